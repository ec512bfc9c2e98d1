using Xunit.Sdk;
using Xunit.v3;

namespace MentorCloud.Testing.Order;

/// <summary>Collections in the order of their ids; xunit's own sorts by hashes of them, which every process draws anew.</summary>
internal sealed class OrderedCollections : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.UniqueID, StringComparer.Ordinal)];
}
