// A zip file with the same bytes for the same content: names sorted, one date, deflate.
import { crc32, deflateRawSync } from "node:zlib";

const DATE = 0x5c21; // 1 January 2026, as zip writes dates

/** @param {[string, Buffer][]} files @returns {Buffer} */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = Buffer.from(name, "utf8");
    const packed = deflateRawSync(content, { level: 9 });
    const head = header(path, content, packed);
    parts.push(Buffer.concat([u32(0x04034b50), head, path]), packed);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), head, u16(0), u16(0), u16(0), u32(0o100644 << 16), u32(offset), path]));
    offset += 30 + path.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(files.length), u16(files.length), u32(listing.length), u32(offset), u16(0)];
  return Buffer.concat([...parts, listing, ...end]);
}

function header(path, content, packed) {
  const sizes = [u32(crc32(content) >>> 0), u32(packed.length), u32(content.length)];
  return Buffer.concat([u16(20), u16(0x0800), u16(8), u16(0), u16(DATE), ...sizes, u16(path.length), u16(0)]);
}

function u16(number) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(number);
  return bytes;
}

function u32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number >>> 0);
  return bytes;
}
