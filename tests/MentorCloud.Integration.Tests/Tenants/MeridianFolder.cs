namespace MentorCloud.Integration.Tests.Tenants;

/// <summary>A second company's files, small and hand-made, as <c>demo --from</c> takes them.</summary>
internal static class MeridianFolder
{
    /// <summary>The company's short name in logins.</summary>
    public const string Slug = "meridian";

    private const string Skills = """
        code,title,Speaking,Negotiation,Coaching
        M-LEAD,Plant Director,5,6,5.5
        M-NEXT,Shift Lead,3,2,2.5

        """;

    private const string Styles = """
        code,title,Initiative,Composure
        M-LEAD,Plant Director,4,4.5
        M-NEXT,Shift Lead,3.5,3

        """;

    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees
        MW-1,mentor,Aoife Byrne,Plant Director,M-LEAD,,Brewing,Dublin,Europe/Dublin,4,1
        MW-2,mentor,Marek Novak,Plant Director,M-LEAD,,Bottling,Brno,Europe/Prague,4,1
        MW-3,mentee,Lena Fischer,Shift Lead,M-NEXT,M-LEAD,Bottling,Berlin,Europe/Berlin,4,0
        MW-4,mentee,Paulo Reis,Shift Lead,M-NEXT,M-LEAD,Brewing,Porto,Europe/Lisbon,4,0
        MW-5,mentee,Yusuf Demir,Shift Lead,M-NEXT,M-LEAD,Brewing,Izmir,Europe/Istanbul,4,0

        """;

    /// <summary>Writes the files.</summary>
    public static async Task<string> WriteAsync(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "meridian")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "skills.csv"), Skills);
        await File.WriteAllTextAsync(Path.Combine(folder, "work-styles.csv"), Styles);
        await File.WriteAllTextAsync(Path.Combine(folder, "roster.csv"), Roster);
        return folder;
    }
}
