// Reads filters with scim2-parse-filter and asks them of resources, with scimmy as a second opinion. SETUP names a file:
// { filters: [text], asked: [index], resources: [...] }. Prints for each filter what it means, and for each asked one which resources fit.
import { readFileSync } from "node:fs";
import parser from "scim2-parse-filter";
import SCIMMY from "scimmy";

const { filters, asked, resources } = JSON.parse(readFileSync(process.env.SETUP, "utf8"));

const read = text => {
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
};

// RFC 7644 does not say what "not equal" is to a missing value or to several; we read it as "not: equal".
const plain = node => node.op === "ne"
  ? { op: "not", filter: { ...node, op: "eq" } }
  : node.filters ? { ...node, filters: node.filters.map(plain) }
  : node.filter ? { ...node, filter: plain(node.filter) }
  : node.valFilter ? { ...node, valFilter: plain(node.valFilter) } : node;

const bits = test => resources.map(resource => (test(resource) ? "1" : "0")).join("");

const second = text => {
  try {
    return bits(resource => new SCIMMY.Types.Filter(text).match([resource]).length > 0);
  } catch (error) {
    return `refused: ${error.message}`;
  }
};

const trees = filters.map(read);
console.log(JSON.stringify({
  trees: trees.map(tree => JSON.stringify(tree)),
  fits: asked.map(index => bits(parser.filter(plain(trees[index])))),
  second: asked.map(index => second(filters[index])),
}));
