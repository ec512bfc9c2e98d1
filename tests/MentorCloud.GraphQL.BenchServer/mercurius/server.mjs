// The same schema and data as Ours.cs, served by mercurius with its JIT. Argument: PORT
import Fastify from 'fastify';
import mercurius from 'mercurius';

const items = Array.from({ length: 100 }, (_, i) => ({
  id: `item-${i}`,
  name: `Name of item ${i}`,
  title: 'A title of some length, as titles have',
  active: i % 3 === 0,
  score: i * 1.25,
  count: i * 7,
  createdAt: new Date(Date.UTC(2026, 0, 1, 8, i)).toISOString(),
  level: i % 2 === 0 ? 'JUNIOR' : 'SENIOR',
  rate: 0.5 + i,
  note: i % 4 === 0 ? null : 'a note',
  owner: { id: `owner-${i % 7}`, name: 'Some Owner' },
}));

const schema = `
  scalar DateTime
  enum Level { JUNIOR SENIOR }
  type Owner { id: ID! name: String! }
  type Item { id: ID! name: String! title: String! active: Boolean! score: Float! count: Int! createdAt: DateTime! level: Level! rate: Float! note: String owner: Owner! }
  type Edge { cursor: String! node: Item! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type Connection { edges: [Edge!]! pageInfo: PageInfo! }
  input NewItem { name: String! title: String! active: Boolean! score: Float! count: Int! note: String }
  type Created { id: ID! name: String! title: String! active: Boolean! score: Float! count: Int! note: String }
  type CreatePayload { item: Created! }
  type Query { hello: String! items: [Item!]! itemsConnection(first: Int!): Connection! }
  type Mutation { createItem(input: NewItem!): CreatePayload! }
`;

const resolvers = {
  Query: {
    hello: () => 'world',
    items: () => items,
    itemsConnection: (_, { first }) => {
      const edges = items.slice(0, first).map((node) => ({ cursor: node.id, node }));
      return { edges, pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: edges[0].cursor, endCursor: edges.at(-1).cursor } };
    },
  },
  Mutation: { createItem: (_, { input }) => ({ item: { id: 'item-new', ...input } }) },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, jit: 1 });
await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
