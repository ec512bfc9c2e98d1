using System.Diagnostics;
using System.Text.Json.Nodes;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Lists: filters over HTTP, order, pages, attributes, and what they cost the database.</summary>
public sealed class ListTests
{
    private static readonly (string Filter, string Names)[] Filters =
    [
        ("userName eq \"ADA@acme.example\"", "ada"),
        ("userName eq \"ADA@acme.example\" and active eq \"True\"", "ada"),
        ("userName eq \"admin@acme.example\"", "admin"),
        ("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"a\"", "admin ada"),
        ("emails[type eq \"work\" and value co \"@acme\"] and not (name.givenName eq \"bob\")", "admin ada cy"),
        ("emails co \"bob\"", "bob"),
        ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"research\"", "ada bob"),
        ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department pr and active eq false", "bob"),
        ("groups.display eq \"Mentors\"", "ada cy"),
        ("roles.value eq \"TenantAdmin\"", "admin"),
        ("title eq null", "admin bob cy"),
        ("meta.lastModified ge \"2026-03-02T09:00:00Z\" and externalId sw \"c\"", "cy"),
        ("nothing eq \"x\" or externalId eq \"cy\"", "cy"),
        ("schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"", "ada bob"),
        ("userName eq 5", ""),
    ];

    private static readonly string[] Incomparable =
    [
        "active gt true",
        "active eq \"perhaps\"",
        "meta.created gt \"yesterday\"",
        "userName gt null",
    ];

    [Fact]
    public async Task Filter_finds_over_http()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await CompanyAsync(host);
        foreach (var (filter, names) in Filters)
        {
            Assert.Equal((filter, names), (filter, await directory.NamesAsync(filter)));
        }
    }

    [Fact]
    public async Task Filter_that_compares_what_cannot_be_compared_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        foreach (var filter in Incomparable)
        {
            Assert.Equal((400, "invalidFilter", "INPUT_INVALID", "filter"), (await directory.GetAsync($"/Users?filter={Uri.EscapeDataString(filter)}")).Refusal);
        }
    }

    [Fact]
    public async Task Page_begins_counts_and_sorts_as_asked()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await CompanyAsync(host);

        async Task<string> At(string query) => string.Join(' ', (await directory.ListAsync("/Users?" + query)).Resources.Select(each => each["userName"]!.ToString().Split('@')[0]));
        Assert.Equal("admin ada bob cy", await At(string.Empty));
        Assert.Equal("ada bob", await At("startIndex=2&count=2"));
        Assert.Equal("admin", await At("startIndex=-5&count=1"));
        Assert.Equal(string.Empty, await At("count=0"));
        Assert.Equal(string.Empty, await At("startIndex=9"));
        Assert.Equal(string.Empty, await At("count=-1"));
        Assert.Equal("cy bob admin ada", await At("sortBy=userName&sortOrder=descending"));
        Assert.Equal("ada admin bob cy", await At("sortBy=title&count=10"));
        Assert.Equal("cy bob", await At("sortBy=emails.value&sortOrder=descending&count=2"));
        Assert.Equal(4, (await directory.ListAsync("/Users?count=0")).Total);
        foreach (var (query, field) in new[] { ("count=many", "count"), ("sortBy=nothing", "sortBy"), ("sortBy=addresses", "sortBy"), ("sortOrder=up", "sortOrder"), ("filter=a%20pr&filter=b%20pr", "filter"), ("attributes=title&excludedAttributes=title", "attributes") })
        {
            Assert.Equal((400, field), (await directory.GetAsync("/Users?" + query)).Refusal is var refusal ? (refusal.Status, refusal.Field) : default);
        }
    }

    [Fact]
    public async Task Attributes_are_answered_as_asked_and_the_id_always()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await CompanyAsync(host);

        async Task<string> Of(string query)
        {
            var found = (await directory.ListAsync($"/Users?filter=externalId%20eq%20%22ada%22&{query}")).Resources[0];
            found.Remove("schemas");
            found["id"] = "1";
            return found.ToJsonString();
        }

        Assert.Equal("""{"id":"1","userName":"ada@acme.example","name":{"familyName":"Example"},"emails":[{"value":"ada@acme.example"}]}""", await Of("attributes=USERNAME,name.familyName,emails.value,nothing"));
        Assert.Equal("{\"id\":\"1\",\"" + Enterprise + "\":{\"department\":\"Research\"}}", await Of($"attributes={Enterprise}:department"));
        var without = await Of("excludedAttributes=id,userName,emails.type,name,meta");
        Assert.DoesNotContain("\"userName\"", without, StringComparison.Ordinal);
        Assert.DoesNotContain("\"meta\"", without, StringComparison.Ordinal);
        Assert.Contains("""{"value":"ada@acme.example","primary":true}""", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_by_body_asks_the_same_and_at_the_root_both_kinds()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await CompanyAsync(host);
        JsonObject Search(string filter, int start, int count) => new()
        {
            ["schemas"] = new JsonArray("urn:ietf:params:scim:api:messages:2.0:SearchRequest"), ["filter"] = filter, ["startIndex"] = start, ["count"] = count, ["attributes"] = new JsonArray("displayName"),
        };

        var users = await directory.SendAsync("POST", "/Users/.search", Search("title pr", 1, 10));
        var all = await directory.SendAsync("POST", "/.search", Search("displayName pr", 4, 5));
        var listed = await directory.ListAsync("?filter=displayName%20co%20%22mentor%22");

        Assert.Equal(1, (int)users.Body!["totalResults"]!);
        Assert.Equal((5, 2), ((int)all.Body!["totalResults"]!, all.Body["Resources"]!.AsArray().Count));
        Assert.Equal("Mentors", Assert.Single(listed.Resources)["displayName"]!.ToString());
    }

    [Fact]
    public async Task Page_of_300_users_takes_as_many_queries_as_a_page_of_one()
    {
        await using var host = await IdentityHost.StartAsync();
        await SeedAsync(host, 320);
        var books = host.Get<ScimResources>();
        ListQuery[] queries =
        [
            new(null, null, false, 1, 1),
            new(FilterReading.Read("active eq true and emails.value co \"acme\" and groups pr"), null, false, 1, 1),
            new(FilterReading.Read("title pr or userName pr"), new AttributePath(null, "displayName", null), true, 1, 1),
        ];

        foreach (var query in queries)
        {
            var (few, _) = await CountAsync(() => books.Book(Schemata.Users).ListAsync(TestTenants.Acme, query, default));
            var (many, page) = await CountAsync(() => books.Book(Schemata.Users).ListAsync(TestTenants.Acme, query with { Count = 300 }, default));
            Assert.Equal((320, 300), (page.Total, page.Resources.Count));
            Assert.InRange(many, 2, 3);
            Assert.Equal(few, many);
        }

        var (groups, one) = await CountAsync(() => books.Book(Schemata.Groups).ListAsync(TestTenants.Acme, queries[0], default));
        Assert.Equal((2, 320), (groups, one.Resources[0].Body["members"]!.AsArray().Count));
    }

    /// <summary>Counts the statements of this flow of work alone: other tests run beside it.</summary>
    private static async Task<(int Queries, ResourcePage Page)> CountAsync(Func<Task<ResourcePage>> work)
    {
        var counter = new StatementCounter();
        using var listening = DiagnosticListener.AllListeners.Subscribe(counter);
        var page = await counter.RunAsync(work);
        return (counter.Count, page);
    }

    private static async Task SeedAsync(IdentityHost host, int users)
    {
        await using var context = await host.Get<AccountsStore>().OpenAsync(TestTenants.Acme, default);
        var tenant = TestTenants.Acme.ToString();
        context.DirectoryGroups.Add(new DirectoryGroupRecord { Tenant = tenant, Id = "g", DisplayName = "Everybody", NameKey = "everybody", CreatedAt = default, ModifiedAt = default });
        for (var number = 0; number < users; number++)
        {
            var account = MentorCloud.Identity.Accounts.AccountCreation.Record(
                TestTenants.Acme, new Contracts.Accounts.NewAccount($"user{number}@acme.example", $"User {number}", Role.Mentor), "hash", host.Clock.GetUtcNow().AddSeconds(number));
            context.Accounts.Add(account);
            context.DirectoryMembers.Add(new DirectoryMemberRecord { Tenant = tenant, GroupId = "g", Account = account.Id });
        }

        await context.SaveChangesAsync();
    }

    private static async Task<DirectoryClient> CompanyAsync(IdentityHost host)
    {
        await host.AddAsync("admin@acme.example", Role.TenantAdmin);
        var directory = await ConnectAsync(host);
        List<string> ids = [];
        foreach (var name in new[] { "ada", "bob", "cy" })
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var person = Person(name);
            if (name != "cy")
            {
                person[Enterprise] = new JsonObject { ["department"] = "Research" };
            }

            if (name == "ada")
            {
                person["title"] = "Analyst";
            }

            person["active"] = name != "bob";
            ids.Add(await directory.AddAsync(person));
        }

        await directory.AddGroupAsync("Mentors", ids[0], ids[2]);
        return directory;
    }
}
