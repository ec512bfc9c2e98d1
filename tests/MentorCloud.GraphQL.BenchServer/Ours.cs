using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Scalars;
using Microsoft.AspNetCore.Builder;

namespace MentorCloud.GraphQL.BenchServer;

/// <summary>The engine with all limits on.</summary>
internal static class Ours
{
    private const string Sdl = """
        scalar DateTime
        enum Level { JUNIOR SENIOR }
        type Owner { id: ID!  name: String! }
        type Item {
          id: ID!  name: String!  title: String!  active: Boolean!  score: Float!  count: Int!  createdAt: DateTime!
          level: Level!  rate: Float!  note: String  owner: Owner!
        }
        type Edge { cursor: String!  node: Item! }
        type PageInfo { hasNextPage: Boolean!  hasPreviousPage: Boolean!  startCursor: String  endCursor: String }
        type Connection { edges: [Edge!]!  pageInfo: PageInfo! }
        input NewItem { name: String!  title: String!  active: Boolean!  score: Float!  count: Int!  note: String }
        type Created { id: ID!  name: String!  title: String!  active: Boolean!  score: Float!  count: Int!  note: String }
        type CreatePayload { item: Created! }
        type Query { hello: String!  items: [Item!]!  itemsConnection(first: Int!): Connection! }
        type Mutation { createItem(input: NewItem!): CreatePayload! }
        type LiveEvent { topic: Int!  number: Int!  sentAt: String!  text: String! }
        type Subscription { live(topic: Int!): LiveEvent! }
        """;

    public static void Map(WebApplication app)
    {
        var schema = new SchemaBuilder(Sdl)
            .Resolvers("Query", typeof(Queries))
            .Resolvers("Mutation", typeof(Mutations))
            .Resolvers("Subscription", typeof(Subscriptions))
            .Scalar("DateTime", CommonScalars.DateTime)
            .Build();
        app.UseWebSockets();
        app.MapGraphQL("/graphql", new GraphQLEngine(schema));
        Live.Map(app);
    }
}

internal static class Queries
{
    public static string Hello() => "world";

    public static Item[] Items() => Data.Items;

    public static Connection ItemsConnection(int first) => Data.Page(first);
}

internal static class Mutations
{
    public static CreatePayload CreateItem(NewItem input) => Data.Create(input);
}
