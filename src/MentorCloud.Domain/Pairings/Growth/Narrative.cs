using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The growth narrative: Markdown for a promotion or performance talk, by the mentee, from the evidence (requirement 48).</summary>
public static class Narrative
{
    private static readonly (string Title, EntryKind Kind)[] Sections =
    [
        ("Evidence", EntryKind.Evidence),
        ("Development plan", EntryKind.PlanItem),
        ("Assignments", EntryKind.Assignment),
        ("Stretch opportunities", EntryKind.Stretch),
        ("Experiments and what I learnt", EntryKind.Experiment),
        ("After-action reviews", EntryKind.AfterActionReview),
        ("Feedback I was given", EntryKind.Feedback),
    ];

    /// <summary>How many entries can be left out.</summary>
    public const int MostLeftOut = 500;

    /// <summary>Checks which entries are to be left out.</summary>
    /// <param name="leftOut">Numbers of entries; unknown ones are passed over.</param>
    /// <returns>INPUT_INVALID, or null.</returns>
    public static Refusal? RefuseLeftOut(ImmutableArray<int> leftOut) => Inputs.Count(leftOut, "leaveOut", 0, MostLeftOut);

    /// <summary>Writes the narrative. Whatever people wrote is escaped: it cannot become a heading, a link or HTML.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="learner">Whose narrative: the mentee's, except among peers.</param>
    /// <param name="entries">The entries that the learner may read and wants in it, opened, oldest first.</param>
    /// <returns>Markdown (CommonMark), UTF-8, lines ended by LF.</returns>
    public static string Write(PairingState state, PairingSide learner, IReadOnlyList<OpenEntry> entries)
    {
        var text = new StringBuilder("# Growth narrative\n\n");
        Objectives(text, state);
        Milestones(text, state);
        Growth(text, state, learner);
        foreach (var (title, kind) in Sections)
        {
            Section(text, state, title, [.. entries.Where(entry => entry.Head.Kind == kind && IsOf(state, learner, entry.Head))]);
        }

        return text.ToString();
    }

    /// <summary>
    /// What is the learner's own: what they tried and reviewed, what they own of plan and assignments, and feedback by the other
    /// side. Evidence and stretch opportunities are the mentee's whoever wrote them; among peers a stretch is its owner's.
    /// What was given up is left out, and what its author keeps private: the narrative is made for others.
    /// </summary>
    private static bool IsOf(PairingState state, PairingSide learner, Entry entry) =>
        entry.Status != EntryStatus.Dropped && entry.Visibility != Visibility.Author && entry.Kind switch
    {
        EntryKind.Experiment or EntryKind.AfterActionReview => entry.Author == learner,
        EntryKind.PlanItem or EntryKind.Assignment => entry.Owner == learner,
        EntryKind.Stretch => entry.Owner == learner || !ProgramRules.Of(state.Origin.Type).BothLearn,
        EntryKind.Feedback => entry.Author != learner,
        _ => true,
    };

    private static void Objectives(StringBuilder text, PairingState state)
    {
        foreach (var objective in state.ActiveContract?.Terms.Objectives ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{Line(objective.Statement)}** measured by {Line(objective.Measure)}, target {Line(objective.Target)}\n");
        }

        text.Append('\n');
    }

    private static void Milestones(StringBuilder text, PairingState state)
    {
        var met = state.Milestones.Where(milestone => milestone.MetAt is not null).OrderBy(milestone => milestone.MetAt).ToList();
        if (met.Count == 0)
        {
            return;
        }

        text.Append("## Milestones met\n\n");
        foreach (var milestone in met)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Line(milestone.Title)} ({Day(state, milestone.MetAt!.Value)})\n");
        }

        text.Append('\n');
    }

    private static void Growth(StringBuilder text, PairingState state, PairingSide learner)
    {
        var growth = Pairings.Growth.Growth.Of(state.SelfAssessments, learner);
        if (growth.IsEmpty)
        {
            return;
        }

        text.Append("## Self-assessment over time\n\n| Competency | First | Latest |\n|---|---|---|\n");
        foreach (var line in growth)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Line(line.Competency)} | {line.First:0.#} | {line.Latest:0.#} |\n");
        }

        text.Append('\n');
    }

    private static void Section(StringBuilder text, PairingState state, string title, IReadOnlyList<OpenEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        foreach (var entry in entries)
        {
            var topic = entry.Head.Topic is { } about ? $" — {Line(about)}" : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"### {Day(state, entry.Head.HappenedAt ?? entry.Head.WrittenAt)}{topic}\n\n");
            foreach (var part in entry.Texts)
            {
                text.Append(CultureInfo.InvariantCulture, $"*{part.Field}*: {Line(part.Text)}\n\n");
            }
        }
    }

    private static string Day(PairingState state, DateTimeOffset at) =>
        LocalTimes.DateIn(at, state.Origin.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)) && character is not (',' or '.' or '\'' or '"' or '?' or ':' or ';' or '%' or '/'))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
