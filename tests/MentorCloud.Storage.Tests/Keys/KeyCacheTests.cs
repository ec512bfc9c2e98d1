using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Keys;

public sealed class KeyCacheTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly KeyCache cache;

    public KeyCacheTests() => cache = new(2, TimeSpan.FromMinutes(1), clock);

    [Fact]
    public void Full_cache_forgets_the_least_recently_used()
    {
        Keep(1);
        Keep(2);
        Assert.NotNull(Find(1));

        Keep(3);

        Assert.Equal((2, true, false, true), (cache.Count, Find(1) is not null, Find(2) is not null, Find(3) is not null));
        Assert.Null(cache.CurrentOf(Sample.Tenant, Sample.Id<ParticipantId>(2)));
    }

    [Fact]
    public void Found_key_is_a_copy_that_may_be_overwritten()
    {
        Keep(1);

        Find(1)!.AsSpan().Clear();

        Assert.Equal(Bytes(1), Find(1));
    }

    [Fact]
    public void Key_read_before_an_erasure_is_not_kept_after_it()
    {
        var read = cache.Erasures;
        cache.Erase(Sample.Tenant, Sample.Id<ParticipantId>(1));

        cache.Keep(Sample.Tenant, Sample.Id<ParticipantId>(1), Sample.Id<PersonKeyId>(1), Bytes(1), read);

        Assert.Null(Find(1));
    }

    [Fact]
    public void Erasure_of_a_tenant_leaves_others()
    {
        Keep(1);
        cache.Keep(Sample.OtherTenant, Sample.Id<ParticipantId>(1), Sample.Id<PersonKeyId>(1), Bytes(9), cache.Erasures);

        cache.Erase(Sample.Tenant, null);

        Assert.Null(Find(1));
        Assert.Equal(Bytes(9), cache.Find(Sample.OtherTenant, Sample.Id<PersonKeyId>(1)));
    }

    [Fact]
    public void Key_is_forgotten_at_the_end_of_its_lifetime()
    {
        Keep(1);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.NotNull(Find(1));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(Find(1));
        Assert.Equal(0, cache.Count);
    }

    public void Dispose() => cache.Dispose();

    private static byte[] Bytes(int n) => [.. Enumerable.Repeat((byte)n, 32)];

    private void Keep(int n) => cache.Keep(Sample.Tenant, Sample.Id<ParticipantId>(n), Sample.Id<PersonKeyId>(n), Bytes(n), cache.Erasures);

    private byte[]? Find(int n) => cache.Find(Sample.Tenant, Sample.Id<PersonKeyId>(n));
}
