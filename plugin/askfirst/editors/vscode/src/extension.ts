import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import * as vscode from "vscode";
import {
  ExecuteCommandSignature,
  LanguageClient,
  LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from "vscode-languageclient/node";
import { findServer, Launch } from "./server";
import { INSTALL, words } from "./words";

const NOT_THIS = "askfirst.notThisInstitution";
const said = words(vscode.env.language);
let client: LanguageClient | undefined;
let output: vscode.OutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("askfirst");
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("askfirst.restart", restart),
    vscode.commands.registerCommand("askfirst.showLog", () => { output.show(); }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("askfirst.server")) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  try {
    await old?.stop();
  } finally {
    await old?.dispose();
  }
}

async function start(): Promise<void> {
  const launch = await locate();
  if (!launch) {
    await sayMissing();
    return;
  }
  output.appendLine(`askfirst: ${[launch.command, ...launch.args].join(" ")}`);
  const server = { ...launch, transport: TransportKind.stdio };
  client = new LanguageClient("askfirst", "askfirst", server, options());
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(said.stopped(why));
  }
}

async function locate(): Promise<Launch | undefined> {
  const settings = vscode.workspace.getConfiguration("askfirst.server");
  return findServer({
    command: settings.get<string[]>("command", []),
    interpreter: settings.get<string>("interpreter", ""),
    chosen: await chosenInterpreter(),
    folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
    trusted: vscode.workspace.isTrusted,
    path: process.env.PATH ?? "",
    windows: process.platform === "win32",
    exists: existsSync,
    hasAskfirst,
  });
}

function hasAskfirst(interpreter: string): Promise<boolean> {
  const look = "import importlib.util, sys; sys.exit(importlib.util.find_spec('askfirst') is None)";
  return new Promise((resolve) => {
    execFile(interpreter, ["-P", "-c", look], { timeout: 10_000 }, (error) => { resolve(error === null); });
  });
}

interface PythonExtension {
  environments?: { getActiveEnvironmentPath(resource?: vscode.Uri): { path: string } };
}

/** The interpreter chosen in Microsoft's Python extension, if that is installed. */
async function chosenInterpreter(): Promise<string | undefined> {
  const python = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  try {
    const api = python?.isActive ? python.exports : await python?.activate();
    return api?.environments?.getActiveEnvironmentPath(vscode.workspace.workspaceFolders?.[0]?.uri).path;
  } catch {
    return undefined;
  }
}

async function sayMissing(): Promise<void> {
  output.appendLine(said.missing);
  const choice = await vscode.window.showWarningMessage(said.missing, said.copy, said.settings);
  if (choice === said.copy) {
    await vscode.env.clipboard.writeText(INSTALL);
    void vscode.window.showInformationMessage(said.copied);
  } else if (choice === said.settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "askfirst.server");
  }
}

function options(): LanguageClientOptions {
  const settings = vscode.workspace.getConfiguration("askfirst");
  return {
    documentSelector: [
      { scheme: "file", language: "latex" },
      { scheme: "file", language: "tex" },
      { scheme: "file", language: "bibtex" },
      { scheme: "file", language: "markdown" },
      { scheme: "file", pattern: "**/*.{tex,ltx,latex,rnw,Rnw,snw,Snw,bib,bbl}" },
      { scheme: "file", pattern: "**/*.{md,markdown,qmd,rmd,Rmd,rmarkdown,Rmarkdown,myst,typ}" },
      { scheme: "file", pattern: "**/{CITATION.cff,metadata.yaml,metadata.yml,myst.yml,_quarto.yml}" },
      { scheme: "file", pattern: "**/{.zenodo.json,codemeta.json}" },
      { scheme: "file", pattern: "**/*{author,Author,autor,Autor,auteur,Auteur,verfasser,Verfasser}*.{csv,tsv,toml}" },
      { scheme: "file", pattern: "**/*{participant,Participant,teilnehm,Teilnehm}*.{csv,tsv,toml}" },
      { scheme: "file", pattern: "**/.askfirst/answers/*.toml" },
    ],
    synchronize: { configurationSection: "askfirst" },
    initializationOptions: {
      language: settings.get<string>("language", ""),
      pause: settings.get<number>("pause"),
      notes: settings.get<boolean>("notes"),
    },
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { executeCommand: askReason },
  };
}

/** "Not this institution" needs a reason: ask for it here, where an editor can. Escape leaves everything as it is. */
async function askReason(command: string, args: unknown[], next: ExecuteCommandSignature): Promise<unknown> {
  if (command !== NOT_THIS || args.length > 1) {
    return next(command, args);
  }
  const reason = await vscode.window.showInputBox({
    title: "askfirst",
    prompt: said.reason,
    placeHolder: said.reasonHint,
    ignoreFocusOut: true,
  });
  return reason === undefined ? undefined : next(command, [...args, reason]);
}
