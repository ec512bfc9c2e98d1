// The reference implementation as a judge. Reads JSON lines, answers one line each:
//   { sdl, data }                  -> { ok } and remembers both
//   { sdl, introspect }            -> { ok, query, introspection }: the query of graphql-js and its answer
//   { doc, variables }             -> { syntax } | { printed, invalid } | { printed, data, errors, messages }
// Values of fields come from `data`, an object per type name, keyed by field, as the C# side's default resolver reads it.
import { createInterface } from 'node:readline';
import { buildSchema, execute, getIntrospectionQuery, GraphQLError, introspectionFromSchema, parse, print, specifiedRules, subscribe, validate, validateSchema } from 'graphql';

let schema;
let data;

// A field's value: the entry of its parent object; an object {"$error": m} throws; {"$type": T} names a type.
const fieldResolver = (source, args, context, info) => {
  if (info.fieldName === 'echoArgs' || info.fieldName.startsWith('args')) return JSON.stringify(sortKeys(args));
  const holder = source ?? context;
  const value = holder?.[info.fieldName];
  return unwrap(value);
};
const unwrap = (value) => {
  if (value && typeof value === 'object' && '$error' in value) throw new GraphQLError(value.$error);
  if (value && typeof value === 'object' && '$later' in value) return new Promise((r) => setImmediate(r)).then(() => unwrap(value.$later));
  return value;
};
const sortKeys = (v) =>
  Array.isArray(v)
    ? v.map(sortKeys)
    : v && typeof v === 'object'
      ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, sortKeys(v[k])]))
      : v;
const typeResolver = (value) => value.$type;

const everything = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, experimentalDirectiveDeprecation: false, oneOf: true };

// The custom scalar of the tests, as EvenScalar.cs reads and writes it.
const even = (value) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value % 2 !== 0 || Math.abs(value) > 2147483647) throw new Error('Even expects an even number');
  return value;
};
const bindScalars = (built) => {
  const type = built.getType('Even');
  if (!type) return;
  type.serialize = even;
  type.parseValue = even;
  type.parseLiteral = (node) => even(node.kind === 'IntValue' ? Number(node.value) : undefined);
};

const where = (e) => (e.locations ?? []).map((l) => `${l.line}:${l.column}`).join(' ');

async function answer(m) {
  if (m.sdl !== undefined) {
    try {
      const built = buildSchema(m.sdl);
      const problems = validateSchema(built);
      if (problems.length > 0) return { ok: false, problems: problems.map((p) => p.message) };
      schema = built;
      data = m.data;
      bindScalars(built);
      return m.introspect ? { ok: true, query: getIntrospectionQuery(everything), introspection: introspectionFromSchema(built, everything) } : { ok: true };
    } catch (e) {
      return { ok: false, problems: [e.message] };
    }
  }
  let document;
  try {
    document = parse(m.doc);
  } catch (e) {
    return { syntax: e.message, at: where(e) };
  }
  const invalid = validate(schema, document, specifiedRules, { maxErrors: 100, hideSuggestions: true });
  const printed = print(document);
  if (invalid.length > 0) return { printed, invalid: invalid.map((e) => `${where(e)} ${e.message}`) };
  const operation = document.definitions.find((d) => d.kind === 'OperationDefinition');
  const args = { schema, document, variableValues: m.variables, contextValue: data, fieldResolver, typeResolver };
  let result;
  if (operation?.operation === 'subscription') {
    const stream = await subscribe({ ...args, subscribeFieldResolver: async function* () { yield data; } });
    result = Symbol.asyncIterator in stream ? (await stream.next()).value : stream;
  } else {
    result = await execute(args);
  }
  return {
    printed,
    data: result.data === undefined ? '$none' : JSON.stringify(result.data),
    errors: (result.errors ?? []).map((e) => `${where(e)} ${(e.path ?? []).join('.')}`),
    messages: (result.errors ?? []).map((e) => e.message),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = await answer(JSON.parse(line));
  } catch (e) {
    reply = { crash: String(e?.stack ?? e) };
  }
  process.stdout.write(JSON.stringify(reply) + '\n');
}
