/** Where the server is found: the setting, the workspace's interpreter, or the PATH. Knows nothing of VS Code. */

import { delimiter, join } from "node:path";

export interface Launch {
  command: string;
  args: string[];
}

export interface Surroundings {
  /** setting askfirst.server.command */
  command: readonly string[];
  /** setting askfirst.server.interpreter */
  interpreter: string;
  /** the interpreter chosen in the Python extension, if any */
  chosen: string | undefined;
  /** file system paths of the workspace folders */
  folders: readonly string[];
  /** false: nothing that lies inside the workspace is started */
  trusted: boolean;
  path: string;
  windows: boolean;
  exists(file: string): boolean;
  /** whether this interpreter can import askfirst */
  hasAskfirst(interpreter: string): Promise<boolean>;
}

/** How to start the server, or undefined if it is nowhere. The setting wins without being tried: a wrong one must show. */
export async function findServer(around: Surroundings): Promise<Launch | undefined> {
  const [command, ...args] = around.command;
  if (command) {
    return { command, args };
  }
  if (around.interpreter) {
    return asModule(around.interpreter);
  }
  for (const interpreter of interpreters(around)) {
    if (around.exists(interpreter) && (await around.hasAskfirst(interpreter))) {
      return asModule(interpreter);
    }
  }
  const script = onPath(around);
  return script ? { command: script, args: ["server"] } : undefined;
}

/** With -P: nothing that lies in the workspace is taken for askfirst, or for a module that it imports. */
function asModule(interpreter: string): Launch {
  return { command: interpreter, args: ["-P", "-m", "askfirst", "server"] };
}

function interpreters(around: Surroundings): string[] {
  if (!around.trusted) {
    return [];
  }
  const python = around.windows ? join("Scripts", "python.exe") : join("bin", "python");
  const own = around.folders.flatMap((folder) => [".venv", "venv"].map((name) => join(folder, name, python)));
  return around.chosen ? [around.chosen, ...own] : own;
}

function onPath(around: Surroundings): string | undefined {
  const names = around.windows ? ["askfirst.exe", "askfirst.cmd"] : ["askfirst"];
  const folders = around.path.split(delimiter).filter((folder) => folder && !inside(folder, around));
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => around.exists(file));
}

function inside(folder: string, around: Surroundings): boolean {
  return !around.trusted && around.folders.some((top) => folder === top || folder.startsWith(join(top, "/")));
}
