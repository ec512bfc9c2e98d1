using System.Text;
using MentorCloud.App.Imports;

namespace MentorCloud.App.Tests.Imports;

/// <summary>Files of a few lines.</summary>
internal static class Files
{
    public const string RosterHeader =
        "external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees";

    public static Task<ImportSource> Of(string text, string name = "roster.csv") => Of(Encoding.UTF8.GetBytes(text), name);

    public static Task<ImportSource> Of(byte[] bytes, string name = "roster.csv") =>
        ImportSource.FromAsync(name, new MemoryStream(bytes), ImportLimits.Default);

    /// <summary>A roster with the required columns and the rows given.</summary>
    public static Task<ImportSource> Roster(params string[] rows) => Of(string.Join('\n', [RosterHeader, .. rows]) + "\n");

    /// <summary>A right row; the codes are empty, so that no framework is needed.</summary>
    public static string Mentor(string id, int mentees = 2, int hours = 4) => $"{id},mentor,Chief of Ports,,,Ports,Warsaw,Europe/Warsaw,{hours},{mentees}";

    public static string Mentee(string id) => $"{id},mentee,Port Manager,,,Ports,Warsaw,Europe/Warsaw,4,";

    public static Task<ImportReport> Check(ImportSource roster, FrameworkProfiles? profiles = null, ImportLimits? limits = null) =>
        new RosterReader(profiles, limits ?? ImportLimits.Default).CheckAsync(roster);

    public static async Task<FrameworkFiles> Framework(string skills, string? styles = null, string? anchors = null) => new(
        await Of(skills, "skills.csv"),
        styles is null ? null : await Of(styles, "work-styles.csv"),
        anchors is null ? null : await Of(anchors, "anchors.csv"));
}
