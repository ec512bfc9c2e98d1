using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MentorCloud.App.Simulation;

/// <summary>A simulation's result for programs and for people.</summary>
internal static class SimulationReport
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly (string Head, string Fact)[] Columns =
    [
        ("signed", "ContractActivated"), ("fell due", "DutyFellDue"), ("done", "DutyDone"), ("reminded", "DutyReminded"),
        ("missed", "DutyMissed"), ("called off", "DutyExcused"), ("climbed", "EscalationClimbed"), ("rebalance", "RebalancingProposed"),
        ("ended", "PairingEnded"), ("new", "PairingPublished"),
    ];

    public static string Json(SimulationResult result) => JsonSerializer.Serialize(result, Shape);

    public static string Text(SimulationResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{result.Participants} people ({result.Mentors} mentors), {result.Months} months, seed {result.Seed}: {result.Pairings} pairings in {result.Rounds} rounds");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {string.Join(", ", result.Characters.Select(each => $"{each.Value} {each.Key}"))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {"until",-10}  {"living",6}  {string.Join("  ", Columns.Select(column => column.Head.PadLeft(9)))}");
        foreach (var month in result.Timeline)
        {
            var cells = Columns.Select(column => month.Facts.GetValueOrDefault(column.Fact).ToString(CultureInfo.InvariantCulture).PadLeft(9));
            text.AppendLine(CultureInfo.InvariantCulture, $"  {month.Until:yyyy-MM-dd}  {month.Living,6}  {string.Join("  ", cells)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  {result.Commands} commands, {result.Facts.Values.Sum()} facts");
        AppendMeasures(text, result.Measured);
        foreach (var check in result.Checks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(check.Broken == 0 ? "ok    " : "BROKEN")}  {check.Name} ({check.Examined} examined, {check.Broken} wrong)");
            foreach (var example in check.Examples)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"            {example}");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static void AppendMeasures(StringBuilder text, SimulationMeasures measured)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"  {measured.Seconds:0.0} s (set-up and matching {measured.SetUpSeconds:0.0}, checks {measured.CheckSeconds:0.0})");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {measured.Grains.Commits} commits with {measured.Grains.Writes} writes of grains, {measured.Views.Commits} commits with {measured.Views.Writes} writes of views; {measured.Files} files and {measured.LogLines} log lines searched for confided texts");
    }
}
