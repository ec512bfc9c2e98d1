using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class KeyRingContract : StoreContract
{
    private static readonly ParticipantId Ada = Sample.Id<ParticipantId>(1);
    private static readonly ParticipantId Ben = Sample.Id<ParticipantId>(2);
    private static readonly SealingContext Place = new(Sample.Tenant, "Pairing/t/p", "checkIn.note");

    private int CachedKeys => Store.Get<KeyCache>().Count;

    [Theory]
    [InlineData("")]
    [InlineData("I doubt the merger, and 😀 Grüße")]
    public async Task Sealed_text_opens_where_it_was_sealed(string text)
    {
        var sealedText = await Store.Keys.SealAsync(Place, Ada, text, Stop);

        Assert.Equal(text, await Store.Keys.OpenAsync(Place, sealedText, Stop));
        Assert.Equal(12, sealedText.Nonce.Length);
        Assert.Equal(16, sealedText.Tag.Length);
        Assert.Equal(Encoding.UTF8.GetByteCount(text), sealedText.Ciphertext.Length);
    }

    [Fact]
    public async Task Sealed_text_opens_after_a_restart()
    {
        var sealedText = await Store.Keys.SealAsync(Place, Ada, "kept", Stop);
        await RestartAsync();

        Assert.Equal("kept", await Store.Keys.OpenAsync(Place, sealedText, Stop));
        Assert.Equal(sealedText.Key, (await Store.Keys.SealAsync(Place, Ada, "more", Stop)).Key);
    }

    [Fact]
    public async Task Same_text_is_sealed_differently_each_time()
    {
        var first = await Store.Keys.SealAsync(Place, Ada, "same", Stop);
        var second = await Store.Keys.SealAsync(Place, Ada, "same", Stop);

        Assert.NotEqual(first.Nonce.ToArray(), second.Nonce.ToArray());
        Assert.NotEqual(first.Ciphertext.ToArray(), second.Ciphertext.ToArray());
    }

    [Fact]
    public async Task Sealed_text_moved_or_altered_does_not_open()
    {
        var sealedText = await Store.Keys.SealAsync(Place, Ada, "confided", Stop);
        var altered = sealedText.Ciphertext.ToArray();
        altered[0] ^= 1;

        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await Store.Keys.OpenAsync(Place with { Field = "checkIn.summary" }, sealedText, Stop));
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await Store.Keys.OpenAsync(Place with { Grain = "Pairing/t/q" }, sealedText, Stop));
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await Store.Keys.OpenAsync(Place, sealedText with { Ciphertext = altered }, Stop));
    }

    [Fact]
    public async Task Sealed_text_of_another_tenant_does_not_open()
    {
        var sealedText = await Store.Keys.SealAsync(Place, Ada, "confided", Stop);

        Assert.Null(await Store.Keys.OpenAsync(Place with { Tenant = Sample.OtherTenant }, sealedText, Stop));
    }

    [Fact]
    public async Task Code_of_the_same_bytes_is_the_same_for_one_person_and_place_until_the_person_is_erased()
    {
        var code = await Store.Keys.RecogniseAsync(Place, Ada, "said"u8.ToArray(), Stop);
        byte[][] others =
        [
            await Store.Keys.RecogniseAsync(Place, Ada, "Said"u8.ToArray(), Stop),
            await Store.Keys.RecogniseAsync(Place, Ben, "said"u8.ToArray(), Stop),
            await Store.Keys.RecogniseAsync(Place with { Field = "other" }, Ada, "said"u8.ToArray(), Stop),
            await Store.Keys.RecogniseAsync(Place with { Tenant = Sample.OtherTenant }, Ada, "said"u8.ToArray(), Stop),
        ];
        await RestartAsync();

        Assert.Equal(code, await Store.Keys.RecogniseAsync(Place, Ada, "said"u8.ToArray(), Stop));
        Assert.All(others, other => Assert.NotEqual(code, other));
        await Store.Keys.ErasePersonAsync(Sample.Tenant, Ada, Stop);
        Assert.NotEqual(code, await Store.Keys.RecogniseAsync(Place, Ada, "said"u8.ToArray(), Stop));
    }

    [Fact]
    public async Task Erased_person_is_unreadable_and_others_stay()
    {
        var ada = await Store.Keys.SealAsync(Place, Ada, "Ada's", Stop);
        var ben = await Store.Keys.SealAsync(Place, Ben, "Ben's", Stop);

        await Store.Keys.ErasePersonAsync(Sample.Tenant, Ada, Stop);
        await Store.Keys.ErasePersonAsync(Sample.Tenant, Ada, Stop);

        Assert.Null(await Store.Keys.OpenAsync(Place, ada, Stop));
        Assert.Equal("Ben's", await Store.Keys.OpenAsync(Place, ben, Stop));
        await RestartAsync();
        Assert.Null(await Store.Keys.OpenAsync(Place, ada, Stop));
        var again = await Store.Keys.SealAsync(Place, Ada, "new", Stop);
        Assert.NotEqual(ada.Key, again.Key);
        Assert.Equal("new", await Store.Keys.OpenAsync(Place, again, Stop));
    }

    [Fact]
    public async Task Erased_tenant_is_unreadable_and_others_stay()
    {
        var own = await Store.Keys.SealAsync(Place, Ada, "own", Stop);
        var otherPlace = Place with { Tenant = Sample.OtherTenant };
        var other = await Store.Keys.SealAsync(otherPlace, Ada, "other", Stop);

        await Store.Keys.EraseTenantAsync(Sample.Tenant, Stop);
        await Store.Keys.EraseTenantAsync(Sample.Tenant, Stop);

        Assert.Null(await Store.Keys.OpenAsync(Place, own, Stop));
        Assert.Equal("other", await Store.Keys.OpenAsync(otherPlace, other, Stop));
        Assert.Equal("new", await Store.Keys.OpenAsync(Place, await Store.Keys.SealAsync(Place, Ada, "new", Stop), Stop));
    }

    [Fact]
    public async Task Seal_by_many_at_once_makes_one_key_a_person()
    {
        var texts = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Store.Keys.SealAsync(Place, n % 2 == 0 ? Ada : Ben, $"{n}", Stop).AsTask()));

        Assert.Equal(2, texts.Select(text => text.Key).Distinct().Count());
        for (var n = 0; n < texts.Length; n++)
            Assert.Equal($"{n}", await Store.Keys.OpenAsync(Place, texts[n], Stop));
    }

    [Fact]
    public async Task Erasure_by_another_process_takes_effect_within_the_keys_lifetime()
    {
        var text = await Store.Keys.SealAsync(Place, Ada, "confided", Stop);
        await Database.TamperAsync("DELETE FROM person_keys");
        Assert.Equal("confided", await Store.Keys.OpenAsync(Place, text, Stop));

        Store.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await Store.Keys.OpenAsync(Place, text, Stop));
        Assert.Equal(0, CachedKeys);
    }
}
