// Reads every page of the files with pdf.js; 77 when node cannot find it.
"use strict";
const { readFileSync } = require("fs");
const { dirname, join, basename } = require("path");
const { pathToFileURL } = require("url");

async function main(files) {
  let home;
  try {
    home = dirname(require.resolve("pdfjs-dist/package.json"));
  } catch {
    return 77;
  }
  const pdfjs = await import(pathToFileURL(join(home, "legacy", "build", "pdf.mjs")).href);
  for (const file of files) {
    const loading = pdfjs.getDocument({
      data: new Uint8Array(readFileSync(file)), stopAtErrors: true, useSystemFonts: false, verbosity: 0
    });
    const pdf = await loading.promise;
    let letters = 0;
    for (let number = 1; number <= pdf.numPages; ++number) {
      const page = await pdf.getPage(number);
      const operators = await page.getOperatorList();
      const text = await page.getTextContent();
      const read = text.items.reduce((sum, item) => sum + (item.str || "").length, 0);
      if (!operators.fnArray.length || !read) throw new Error(`${basename(file)}, page ${number}: nothing is read`);
      letters += read;
    }
    console.log(`pdf.js: ${basename(file)}, ${pdf.numPages} pages, ${letters} letters`);
    await loading.destroy();
  }
  return 0;
}

main(process.argv.slice(2)).then((code) => process.exit(code), (error) => {
  console.error(error.message);
  process.exit(1);
});
