using MentorCloud.App.Demo;
using MentorCloud.App.Imports;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>A small company's files under a name of its own, with room for more than one pairing a mentor.</summary>
internal sealed class NamedSource(DemoSource files, string slug) : DemoSource
{
    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees
        MX-1,mentor,Aoife Byrne,Plant Director,M-LEAD,,Brewing,Dublin,Europe/Dublin,8,4
        MX-2,mentor,Marek Novak,Plant Director,M-LEAD,,Bottling,Brno,Europe/Prague,8,4
        MX-3,mentee,Lena Fischer,Shift Lead,M-NEXT,M-LEAD,Bottling,Berlin,Europe/Berlin,4,0
        MX-4,mentee,Paulo Reis,Shift Lead,M-NEXT,M-LEAD,Brewing,Porto,Europe/Lisbon,4,0

        """;

    public override string Company => $"Company {slug}";

    public override string Slug => slug;

    public override string TimeZone => files.TimeZone;

    public override string FrameworkName => files.FrameworkName;

    public override FrameworkOptions Scales => files.Scales;

    public static async Task<NamedSource> WriteAsync(string root, string slug)
    {
        var folder = await MeridianFolder.WriteAsync(Directory.CreateDirectory(Path.Combine(root, slug)).FullName);
        await File.WriteAllTextAsync(Path.Combine(folder, "roster.csv"), Roster);
        return new NamedSource(Folder(new DirectoryInfo(folder)), slug);
    }

    public override Task<FrameworkFiles> OpenFrameworkAsync() => files.OpenFrameworkAsync();

    public override Task<ImportSource> OpenRosterAsync() => files.OpenRosterAsync();
}
