using MentorCloud.GraphQL.Loaders;
using MentorCloud.GraphQL.Scalars;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Sample;

/// <summary>A small library with every kind of binding, served by typed resolvers.</summary>
internal static class SampleSchema
{
    public const string Sdl = """
        scalar DateTime
        interface Node { id: ID! }
        "A book."
        type Book implements Node {
          id: ID!
          title: String!
          pages: Int
          genre: Genre!
          published: DateTime
          author: Author
          authorLater: Author
          mustHave: String!
          related(first: Int = 2): [Book!]
          broken: String
          tags: [String]
        }
        type Author implements Node { id: ID!  name: String!  books: [Book!]! }
        union SearchHit = Book | Author
        enum Genre { CRIME SCIENCE_FICTION }
        input NewBook { title: String!  pages: Int = 100  genre: Genre!  tags: [String!]  note: String }
        input BookBy @oneOf { id: ID  title: String }
        type AddBookPayload { book: Book  order: Int! }
        type Query {
          hello(name: String! = "world"): String!
          books: [Book!]!
          book(by: BookBy!): Book
          node(id: ID!): Node
          search(text: String!): [SearchHit!]!
          whoAmI: String
          cancellable: Boolean!
          sum(values: [Int!]!): Int!
          refuse: String
          crash: String
          slow: String
          echo(note: String): String!
        }
        type Mutation {
          addBook(input: NewBook!): AddBookPayload!
          addLater(input: NewBook!): AddBookPayload!
        }
        type Subscription { ticks(count: Int!): Int!  booksAdded: Book!  forever: Int!  silence: Int!  flood: Int! }
        """;

    public static SchemaBuilder Builder() => new SchemaBuilder(Sdl)
        .Resolvers("Query", typeof(QueryResolvers))
        .Resolvers("Mutation", typeof(MutationResolvers))
        .Resolvers("Subscription", typeof(SubscriptionResolvers))
        .Resolvers("Subscription", typeof(EndlessResolvers))
        .Resolvers("Book", typeof(BookResolvers))
        .Resolvers("Author", typeof(AuthorResolvers))
        .Scalar("DateTime", CommonScalars.DateTime)
        .State<Caller>();

    public static ServiceProvider Services() => new ServiceCollection().AddSingleton<Shelf>().BuildServiceProvider();
}

internal sealed record Caller(string Name);

internal enum Genre
{
    Crime,
    ScienceFiction,
}

internal sealed record Book(string Id, string Title, int? Pages, Genre Genre, string AuthorId)
{
    public DateTimeOffset? Published { get; init; }

    public string? MustHave { get; init; } = "there";

    public IReadOnlyList<string?>? Tags { get; init; }
}

internal sealed record Author(string Id, string Name);

internal sealed record NewBook(string Title, int? Pages, Genre Genre, IReadOnlyList<string>? Tags, Optional<string> Note);

internal sealed record BookBy(string? Id, string? Title);

internal sealed record AddBookPayload(Book? Book, int Order);

internal sealed class Shelf
{
    private int _order;

    public List<Book> Books { get; } =
    [
        new("b1", "Dune", 412, Genre.ScienceFiction, "a1") { Published = new DateTimeOffset(1965, 8, 1, 0, 0, 0, TimeSpan.Zero) },
        new("b2", "Gaudy \"Night\" \u00e9\u4e16", null, Genre.Crime, "a2") { Tags = ["x", null] },
        new("b3", "Emma", 474, Genre.Crime, "a2") { MustHave = null },
    ];

    public List<Author> Authors { get; } = [new("a1", "Frank"), new("a2", "Dorothy")];

    public int Batches { get; set; }

    public int Flooded { get; set; }

    public List<string> Log { get; } = [];

    public int NextOrder() => ++_order;
}

internal sealed class AuthorLoader(Shelf shelf) : DataLoader<string, Author>
{
    protected override async Task<IReadOnlyDictionary<string, Author>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        shelf.Batches++;
        await Task.Yield();
        return shelf.Authors.Where(a => keys.Contains(a.Id)).ToDictionary(a => a.Id);
    }
}

internal sealed class BooksOfAuthor(Shelf shelf) : DataLoader<string, IReadOnlyList<Book>>
{
    protected override Task<IReadOnlyDictionary<string, IReadOnlyList<Book>>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        shelf.Batches++;
        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<Book>>>(
            keys.ToDictionary(k => k, k => (IReadOnlyList<Book>)shelf.Books.Where(b => b.AuthorId == k).ToList()));
    }
}
