using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MentorCloud.App.Simulation;

/// <summary>A simulation's result for programs and for people.</summary>
internal static class SimulationReport
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly (string Head, string Fact, string Meaning)[] Columns =
    [
        ("signed", "ContractActivated", "contracts and amendments that came into force"),
        ("fell due", "DutyFellDue", "duties whose day came: check-ins, checks, reviews, the end of the term"),
        ("done", "DutyDone", "duties done, also before their day"),
        ("reminded", "DutyReminded", "reminders of duties"),
        ("missed", "DutyMissed", "duties given up after their days of grace"),
        ("called off", "DutyExcused", "check-ins that the pair called off"),
        ("climbed", "EscalationClimbed", "escalations that nobody answered in time and that went a step up"),
        ("stalled", "RebalancingProposed", "pairings without progress, proposed for another mentor"),
        ("ended", "PairingEnded", "pairings that ended, by a decision or a departure"),
        ("new", "PairingPublished", "pairings that began, by a round or as cover"),
    ];

    public static string Json(SimulationResult result) => JsonSerializer.Serialize(result, Shape);

    public static string Text(SimulationResult result)
    {
        var text = new Lines();
        text.Add($"{result.Participants} people ({result.Mentors} mentors), {result.Months} months, seed {result.Seed}: {result.Pairings} pairings in {result.Rounds} rounds");
        text.Add($"  {Listed(result.Characters)}");
        AddTimeline(text, result);
        AddTotals(text, result);
        AddMeasures(text, result.Measured);
        foreach (var check in result.Checks)
        {
            text.Add($"  {(check.Broken == 0 ? "ok    " : "BROKEN")}  {check.Name} ({check.Examined} examined, {check.Broken} wrong)");
            foreach (var example in check.Examples)
            {
                text.Add($"            {example}");
            }
        }

        return text.ToString();
    }

    private static void AddTimeline(Lines text, SimulationResult result)
    {
        text.Add($"  {"until",-10}  {"living",6}  {string.Join("  ", Columns.Select(column => column.Head.PadLeft(10)))}");
        foreach (var month in result.Timeline)
        {
            text.Add($"  {month.Until:yyyy-MM-dd}  {month.Living,6}  {Row(month.Facts)}");
        }

        text.Add($"  {"total",-10}  {string.Empty,6}  {Row(result.Facts)}");
        text.Add($"  living: pairings that live at the end of the month");
        foreach (var column in Columns)
        {
            text.Add($"  {column.Head}: {column.Meaning}");
        }
    }

    private static void AddTotals(Lines text, SimulationResult result)
    {
        text.Add($"  pairings: {result.Pairings - result.Outcomes.Values.Sum()} live, {Listed(result.Outcomes)}");
        text.Add($"  growth: {Of(result, "AutonomyMoved")} autonomy stages agreed, {Of(result, "AutonomyDeclined")} not yet; {Of(result, "Review360Opened")} 360-degree reviews; {Of(result, "MidcourseHeld")} midcourse corrections, {result.LateMidcourses} of them late");
        text.Add($"  cover: {Of(result, "CoverNeeded")} times needed, {Of(result, "CoverPlaced")} new pairings by it");
        text.Add($"  {result.Commands} commands, {result.Facts.Values.Sum()} facts");
    }

    private static void AddMeasures(Lines text, SimulationMeasures measured)
    {
        text.Add($"  {measured.Seconds:0.0} s (set-up and matching {measured.SetUpSeconds:0.0}, checks {measured.CheckSeconds:0.0})");
        text.Add($"  {measured.Grains.Commits} commits with {measured.Grains.Writes} writes of grains, {measured.Views.Commits} commits with {measured.Views.Writes} writes of views");
        text.Add($"  {measured.Files} files and {measured.LogLines} log lines searched for confided texts");
    }

    private static string Row(IReadOnlyDictionary<string, long> facts) =>
        string.Join("  ", Columns.Select(column => facts.GetValueOrDefault(column.Fact).ToString(CultureInfo.InvariantCulture).PadLeft(10)));

    private static long Of(SimulationResult result, string fact) => result.Facts.GetValueOrDefault(fact);

    private static string Listed(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} {Spoken(each.Key)}")));

    /// <summary><c>WantsAnother</c> as <c>wants another</c>.</summary>
    private static string Spoken(string name) =>
        string.Concat(name.Select((letter, place) => char.IsUpper(letter) ? $"{(place > 0 ? " " : string.Empty)}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>Lines that are the same in every culture.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder text = new();

        public void Add(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        public override string ToString() => text.ToString().TrimEnd();
    }
}
