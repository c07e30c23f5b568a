// The suite's hand in Zotero: a function body in, its result as JSON out. Only in the throw-away profile of a test.
"use strict";

const PATH = "/askfirst-tests/run";

function install() {}
function uninstall() {}

async function startup() {
  const Async = Object.getPrototypeOf(async () => {}).constructor;
  Zotero.Server.Endpoints[PATH] = class {
    supportedMethods = ["POST"];
    supportedDataTypes = ["text/plain"];

    async init({ data }) {
      try {
        const result = await new Async("Zotero", "win", data)(Zotero, Zotero.getMainWindow());
        return [200, "application/json", JSON.stringify(result ?? null)];
      }
      catch (error) {
        return [500, "text/plain", `${error}\n${error?.stack}`];
      }
    }
  };
}

function shutdown() {
  delete Zotero.Server.Endpoints[PATH];
}
