// Applies patches with scim-patch. SETUP names a file: [{ resource, operations }]. Prints what comes of each; null where it refuses.
import { readFileSync } from "node:fs";
import { scimPatch } from "scim-patch";

const cases = JSON.parse(readFileSync(process.env.SETUP, "utf8"));
console.log(JSON.stringify(cases.map(({ resource, operations }) => {
  try {
    return scimPatch(resource, operations);
  } catch {
    return null;
  }
})));
