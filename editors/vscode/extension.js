// Starts `amends lsp` for RON files and stops it with the editor. Everything else is the program's.
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = function () {
  const settings = vscode.workspace.getConfiguration("amends");
  const server = { command: settings.get("path"), args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("amends", "Amends", server, {
    documentSelector: [{ scheme: "file", pattern: settings.get("files") }],
  });
  return client.start().catch((error) => {
    vscode.window.showErrorMessage(
      `Amends could not be started (${error.message}). Install it, or say where it is in the setting "amends.path".`,
    );
  });
};

exports.deactivate = function () {
  return client?.stop();
};
