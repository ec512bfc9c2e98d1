// Reads filters with scim2-parse-filter and asks them of resources. SETUP names a file:
// { filters: [text], asked: [index], resources: [...] }. Prints for each filter what it means, and for each asked one which resources fit.
// scim2-parse-filter asks each comparison in brackets of all elements together; RFC 7644 means one element, so that the brackets are taken apart here.
import { readFileSync } from "node:fs";
import parser from "scim2-parse-filter";

const { filters, asked, resources } = JSON.parse(readFileSync(process.env.SETUP, "utf8"));

const read = text => {
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
};

// RFC 7644 does not say what "not equal" is to a missing value or to several; we read it as "not: equal".
const fits = (node, resource) => {
  switch (node.op) {
    case "and": return node.filters.every(each => fits(each, resource));
    case "or": return node.filters.some(each => fits(each, resource));
    case "not": return !fits(node.filter, resource);
    case "ne": return !parser.filter({ ...node, op: "eq" })(resource);
    case "[]": return (resource[node.attrPath] ?? []).some(element => fits(node.valFilter, element));
    default: return parser.filter(node)(resource);
  }
};

const bits = test => resources.map(resource => (test(resource) ? "1" : "0")).join("");

const trees = filters.map(read);
console.log(JSON.stringify({
  trees: trees.map(tree => JSON.stringify(tree)),
  fits: asked.map(index => bits(resource => fits(trees[index], resource))),
}));
