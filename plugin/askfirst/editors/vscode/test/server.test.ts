import assert from "node:assert/strict";
import { test } from "node:test";
import { findServer, Surroundings } from "../src/server";
import { words } from "../src/words";

function around(given: Partial<Surroundings>, files: string[] = [], having: string[] = files): Surroundings {
  return {
    command: [],
    interpreter: "",
    chosen: undefined,
    folders: ["/papers"],
    trusted: true,
    path: "/usr/bin:/opt/bin",
    windows: false,
    exists: (file) => files.includes(file),
    hasAskfirst: (interpreter) => Promise.resolve(having.includes(interpreter)),
    ...given,
  };
}

test("the command in the settings wins, and is not tried first: a wrong one must show", async () => {
  const found = await findServer(around({ command: ["/gone/askfirst", "server", "--stdio"], interpreter: "/py" }));
  assert.deepEqual(found, { command: "/gone/askfirst", args: ["server", "--stdio"] });
});

test("then the interpreter in the settings", async () => {
  const found = await findServer(around({ interpreter: "/py", chosen: "/other" }, ["/other"]));
  assert.deepEqual(found, { command: "/py", args: ["-P", "-m", "askfirst", "server"] });
});

test("then the interpreter chosen for the workspace, if it has askfirst", async () => {
  const files = ["/env/bin/python", "/papers/.venv/bin/python"];
  const chosen = { chosen: "/env/bin/python" };
  assert.equal((await findServer(around(chosen, files)))?.command, "/env/bin/python");
  assert.equal((await findServer(around(chosen, files, files.slice(1))))?.command, "/papers/.venv/bin/python");
});

test("then a virtual environment in any of the workspace's folders", async () => {
  const found = await findServer(around({ folders: ["/one", "/two"] }, ["/two/venv/bin/python"]));
  assert.equal(found?.command, "/two/venv/bin/python");
});

test("then the PATH", async () => {
  const found = await findServer(around({}, ["/opt/bin/askfirst", "/papers/.venv/bin/python"], []));
  assert.deepEqual(found, { command: "/opt/bin/askfirst", args: ["server"] });
});

test("in a workspace that is not trusted, nothing that lies inside it is started", async () => {
  const files = ["/papers/.venv/bin/python", "/papers/bin/askfirst", "/env/bin/python"];
  const found = await findServer(around({ trusted: false, path: "/papers/bin", chosen: "/env/bin/python" }, files));
  assert.equal(found, undefined);
});

test("nowhere is an answer too", async () => {
  assert.equal(await findServer(around({})), undefined);
});

test("what is said when it is missing says how to install it, in both languages", () => {
  assert.match(words("en").missing, /pip install \/path\/to\/askfirst/);
  assert.match(words("de-AT").missing, /nicht installiert.*pip install \/path\/to\/askfirst/);
  assert.notEqual(words("fr").missing, words("de").missing);
});
