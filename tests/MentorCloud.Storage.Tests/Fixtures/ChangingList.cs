using MentorCloud.Domain.Facts;

namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>Rows that come, change their place and go, in a store and in memory alike.</summary>
/// <param name="store">Where they are published.</param>
/// <param name="make">Makes the n-th row at one of four places, so that ties are everywhere.</param>
/// <param name="random">Seeded: the same on every run.</param>
internal sealed class ChangingList<TRow>(TestStore store, Func<int, int, TRow> make, Random random)
    where TRow : ViewRow
{
    private const int Places = 4;
    private readonly SortedDictionary<int, TRow> rows = [];
    private readonly Dictionary<int, long> sequences = [];
    private int numbers;

    public Random Random => random;

    public IReadOnlyCollection<TRow> Rows => rows.Values;

    public async Task FillAsync(int count)
    {
        for (var index = 0; index < count; index++) await PutAsync(++numbers);
    }

    /// <summary>At random: a row comes, one changes its place, and now and then two go.</summary>
    public async Task ChangeAsync()
    {
        if (random.Next(2) == 0) await PutAsync(++numbers);
        if (rows.Count > 0 && random.Next(3) == 0) await PutAsync(Any());
        for (var gone = random.Next(-1, 3); gone > 0 && rows.Count > 0; gone--) await RemoveAsync(Any());
    }

    private int Any() => rows.Keys.ElementAt(random.Next(rows.Count));

    private Task PutAsync(int number)
    {
        var row = rows[number] = make(number, random.Next(Places));
        return PublishAsync(number, row, [row]);
    }

    private Task RemoveAsync(int number)
    {
        rows.Remove(number, out var row);
        return PublishAsync(number, row!, []);
    }

    private Task PublishAsync(int number, TRow owner, TRow[] has)
    {
        var (tenant, grain) = Sample.Owner(owner);
        var sequence = sequences[number] = sequences.GetValueOrDefault(number) + 1;
        return store.Facts.PublishAsync(tenant, grain, [Sample.Entry(sequence, [.. has])], TestContext.Current.CancellationToken);
    }
}
