using System.Runtime.CompilerServices;

namespace MentorCloud.GraphQL.Tests.Sample;

internal sealed class QueryResolvers(Shelf shelf)
{
    public static string Hello(string name) => $"Hello, {name}!";

    public IReadOnlyList<Book> Books() => shelf.Books;

    public Book? Book(BookBy by) => shelf.Books.Find(b => b.Id == by.Id || b.Title == by.Title);

    public async Task<object?> NodeAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return (object?)shelf.Books.Find(b => b.Id == id) ?? shelf.Authors.Find(a => a.Id == id);
    }

    public IEnumerable<object> Search(string text) =>
        shelf.Books.Where(b => b.Title.Contains(text, StringComparison.OrdinalIgnoreCase)).Concat<object>(
            shelf.Authors.Where(a => a.Name.Contains(text, StringComparison.OrdinalIgnoreCase)));

    public static string? WhoAmI(Caller? caller, FieldContext context) => $"{caller?.Name} at {string.Join('/', context.Path)}";

    public static bool Cancellable(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled;

    public static int Sum(int[] values) => values.Sum();

    public static string? Refuse() => throw new GraphQLException("Not today.", "TEST_REFUSED");

    public static string? Crash() => throw new InvalidOperationException("secret detail");

    public static async Task<string?> Slow(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return null;
    }

    public static string Echo(Optional<string> note) => note.IsSent ? $"sent {note.Value ?? "null"}" : "not sent";
}

internal sealed class MutationResolvers(Shelf shelf)
{
    public AddBookPayload AddBook(NewBook input)
    {
        shelf.Log.Add(input.Title);
        return new AddBookPayload(new Book("new", input.Title, input.Pages, input.Genre, "a1") { Tags = input.Tags }, shelf.NextOrder());
    }

    public async Task<AddBookPayload> AddLaterAsync(NewBook input)
    {
        await Task.Yield();
        return AddBook(input);
    }
}

internal sealed class SubscriptionResolvers(Shelf shelf)
{
    public static async IAsyncEnumerable<int> Ticks(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    public async IAsyncEnumerable<Book> BooksAdded()
    {
        foreach (var book in shelf.Books)
        {
            await Task.Yield();
            yield return book;
        }
    }
}

internal sealed class EndlessResolvers(Shelf shelf)
{
    /// <summary>One event, then nothing until the subscriber leaves.</summary>
    public static async IAsyncEnumerable<int> Forever([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    public static async IAsyncEnumerable<int> Silence([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        yield break;
    }

    /// <summary>As fast as it is asked; the shelf counts how often it was.</summary>
    public async IAsyncEnumerable<int> Flood()
    {
        while (true)
        {
            await Task.CompletedTask;
            yield return ++shelf.Flooded;
        }
    }
}

internal static class BookResolvers
{
    public static async Task<Author?> Author(Book book, AuthorLoader authors) => await authors.LoadAsync(book.AuthorId);

    public static Task<Author?> AuthorLater(Book book, AuthorLoader authors) => authors.LoadAsync(book.AuthorId);

    public static IEnumerable<Book> Related(Book parent, int? first, Shelf shelf) =>
        shelf.Books.Where(b => b.Id != parent.Id).Take(first ?? 0);

    public static string? Broken(Book book) => throw new InvalidOperationException($"broken {book.Id}");
}

internal static class AuthorResolvers
{
    public static async Task<IReadOnlyList<Book>> Books(Author author, BooksOfAuthor books) => await books.LoadAsync(author.Id) ?? [];
}
