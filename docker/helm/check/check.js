// Validates rendered objects against the schemas of Kubernetes: node check.js FILE ...
const fs = require("fs");
const path = require("path");
const ts = require("typescript");
const { parseAllDocuments } = require("yaml");

// The schemas of custom resources exist only in the cluster.
const CUSTOM = new Set(["monitoring.coreos.com/v1/ServiceMonitor"]);

let checked = 0;
const failures = [];

/** Checks required fields, types and formats. */
function checkValues(object, place) {
  // Loaded by file name: the package exports it only for "import", although the file is CommonJS.
  const model = require(path.join(__dirname, "node_modules/kubernetes-models", object.apiVersion, `${object.kind}.js`));
  try {
    new model[object.kind](object).validate();
  } catch (error) {
    failures.push(`${place}: ${error.message}`);
  }
}

/** Finds unknown fields: TypeScript rejects an object literal with fields that its type does not have. */
function checkFields(objects) {
  const source = objects
    .map(({ object, module }, index) => {
      return `import type { ${object.kind} as K${index} } from "kubernetes-types/${module}";\nexport const o${index}: K${index} = ${JSON.stringify(object)};\n`;
    })
    .join("");
  const file = path.join(__dirname, "rendered.ts");
  const options = { strict: true, noEmit: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Node10, types: [] };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, source, version) : read(name, version);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  for (const diagnostic of ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))) {
    const line = diagnostic.file ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line : 0;
    const about = objects[(line - 1) / 2];
    failures.push(`${about ? about.place : "?"}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`);
  }
}

const all = [];
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(fs.readFileSync(file, "utf8"))) {
    if (document.errors.length) {
      failures.push(`${file}: ${document.errors[0].message}`);
      continue;
    }
    const object = document.toJS();
    if (!object || CUSTOM.has(`${object.apiVersion}/${object.kind}`)) {
      continue;
    }
    const place = `${path.basename(file)} ${object.kind}`;
    const [group, version] = object.apiVersion.includes("/") ? object.apiVersion.split("/") : ["core", object.apiVersion];
    checkValues(object, place);
    all.push({ object, place, module: `${group.split(".")[0]}/${version}` });
    checked++;
  }
}
checkFields(all);
failures.forEach((failure) => console.error(failure));
console.log(`${checked - new Set(failures.map((f) => f.split(":")[0])).size} passed, ${failures.length} failed`);
process.exit(failures.length || !checked ? 1 : 0);
