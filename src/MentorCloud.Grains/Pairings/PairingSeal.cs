using System.Collections.Immutable;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Grains.Pairings;

/// <summary>
/// Seals what people wrote in a pairing before it is stored, a block for each side under that person's key, and opens it again
/// (docs/adr/0096). A block whose words have not changed is kept as it is, so most commits seal nothing.
/// </summary>
internal sealed class PairingSeal(IKeyRing keys, TenantId tenant, string grain)
{
    /// <summary>Between two words of a block: no word has a control character, and JSON would make most alphabets longer.</summary>
    private const char Between = '\0';

    private SideWords words = SideWords.None;
    private SealedWords stored = SealedWords.None;

    /// <summary>Whether the pairing was read from a store in which an earlier release left it, and its pages, in plain.</summary>
    public bool FoundPlain { get; private set; }

    /// <summary>A side's words, as they were last stored or read; none when their key was destroyed.</summary>
    public ImmutableArray<string> WordsOf(PairingSide side) => words.Of(side) is { IsDefault: false } known ? known : [];

    /// <summary>The pairing in plain.</summary>
    public async ValueTask<PairingState> OpenAsync(PairingState state)
    {
        FoundPlain = state.Words is null;
        if (state.Words is not { } found)
        {
            return state;
        }

        (words, stored) = (await OpenAsync("words", found), found);
        return PairingWords.Put(state, words);
    }

    /// <summary>The pairing as it is stored.</summary>
    public async ValueTask<PairingState> CloseAsync(PairingState state)
    {
        var (bare, taken) = PairingWords.Take(state, words);
        (stored, words) = (await CloseAsync("words", state, taken, words, stored), taken);
        FoundPlain = false;
        return bare with { Words = stored };
    }

    /// <summary>A page in plain.</summary>
    public async ValueTask<PairingPage> OpenAsync(PairingPage page, int number) =>
        page.Words is { } found ? PairingWords.Put(page, await OpenAsync(FieldOf(number), found)) : page;

    /// <summary>A page as it is stored.</summary>
    public async ValueTask<PairingPage> CloseAsync(PairingState state, PairingPage page, int number)
    {
        // What an earlier release left in plain was not read as words yet.
        var (bare, taken) = PairingWords.Take(page, FoundPlain ? PairingWords.Take(state, words).Words : words);
        return bare with { Words = await CloseAsync(FieldOf(number), state, taken, SideWords.None, SealedWords.None) };
    }

    private static string FieldOf(int page) => $"page.{page}.words";

    private async ValueTask<SideWords> OpenAsync(string field, SealedWords found)
    {
        return new SideWords(await OneAsync(PairingSide.Mentor), await OneAsync(PairingSide.Mentee));

        async ValueTask<ImmutableArray<string>> OneAsync(PairingSide side)
        {
            if (found.Of(side) is not { } block)
            {
                return [];
            }

            return await keys.OpenAsync(Context(field, side), block, CancellationToken.None) is { } opened
                ? [.. opened.Split(Between)] : default;
        }
    }

    private async ValueTask<SealedWords> CloseAsync(string field, PairingState state, SideWords taken, SideWords before, SealedWords kept)
    {
        return new SealedWords(await OneAsync(PairingSide.Mentor), await OneAsync(PairingSide.Mentee));

        async ValueTask<SealedText?> OneAsync(PairingSide side)
        {
            if (taken.Of(side).IsEmpty)
            {
                return null;
            }

            return before.Of(side) is { IsDefault: false } same && same.SequenceEqual(taken.Of(side))
                ? kept.Of(side)
                : await keys.SealAsync(
                    Context(field, side), PairingAccess.PersonOn(state, side), string.Join(Between, taken.Of(side)), CancellationToken.None);
        }
    }

    private SealingContext Context(string field, PairingSide side) => new(tenant, grain, $"{field}.{side}");
}
