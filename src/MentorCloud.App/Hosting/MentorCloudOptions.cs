using MentorCloud.Identity.Outside;

namespace MentorCloud.App.Hosting;

/// <summary>The program's options: appsettings.json, then <c>MENTORCLOUD__*</c>, then the command line. Checked at start.</summary>
public sealed class MentorCloudOptions
{
    /// <summary>The section in appsettings.json.</summary>
    public const string Section = "MentorCloud";

    /// <summary>The data folder; made when missing. Default <c>data</c>.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Where to listen: <c>http://address:port</c>. Default <c>http://localhost:5080</c>.</summary>
    public string Url { get; set; } = "http://localhost:5080";

    /// <summary>The address that clients see, the issuer of tokens; null takes <see cref="Url"/>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The file of the master key; outside the data folder. Null: a file named after the data folder, in the user's own configuration folder.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>Whether a start on an empty data folder makes the demo tenant. Default true.</summary>
    public bool DemoOnFirstStart { get; set; } = true;

    /// <summary>How long a stop waits for requests and turns in flight, 1 s to 10 min. Default 20 s.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long the server goes on answering after it was asked to stop, while <c>/readyz</c> says 503, so that load balancers
    /// turn away in time; 0 to 5 min, before <see cref="DrainTimeout"/> begins. Default 0.
    /// </summary>
    public TimeSpan StopDelay { get; set; } = TimeSpan.Zero;

    /// <summary>
    /// Where <c>/metrics</c> is served to whoever reaches it, <c>http://address:port</c> with a port of its own; probes are
    /// answered there too, and nothing else. Null (default): on <see cref="Url"/>, to processes of this machine alone.
    /// </summary>
    public string? MetricsUrl { get; set; }

    /// <summary>How log entries are written. Default text.</summary>
    public LogFormat LogFormat { get; set; } = LogFormat.Text;

    /// <summary>Grain turns longer than this are warned of in the log, 1 ms or more. Default 1 s.</summary>
    public TimeSpan SlowTurnWarning { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What an account or machine client may spend on GraphQL in a minute, in points of cost, 20,000 to 1,000,000,000. Default 50,000.</summary>
    public int AccountPointsPerMinute { get; set; } = 50_000;

    /// <summary>What a tenant may spend on GraphQL in a minute, all of its accounts together, 20,000 to 1,000,000,000. Default 500,000.</summary>
    public int TenantPointsPerMinute { get; set; } = 500_000;

    /// <summary>How many queries of a tenant run at once, 1 to 10,000; further ones wait, so that a burst of one tenant does not hold up others. Null (default): four for each core, 8 at least: a query that waits for the audit log, a solver or a slow reader must not hold up its own company.</summary>
    public int? TenantQueriesAtOnce { get; set; }

    /// <summary>
    /// A folder of GraphQL documents, a <c>.graphql</c> file each; requests without an access token, as browsers send them, may
    /// run these alone, by the SHA-256 of the file. Null (default): they may run anything.
    /// </summary>
    public string? TrustedDocuments { get; set; }

    /// <summary>Whether callers with an access token may store documents by sending text and SHA-256 once (automatic persisting); in memory, 1,000 at most. Default false.</summary>
    public bool PersistDocuments { get; set; }

    /// <summary>A file of leaked passwords that new ones are compared with (sorted SHA-1 in hexadecimal, one a line); null (default) for the built-in list alone.</summary>
    public string? BreachedPasswordFile { get; set; }

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/8</c>) of the proxies before this server; from these alone <c>X-Forwarded-For</c> is taken
    /// as the client's address. Default empty: the address that connects is the client's.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>
    /// A folder of TrueType files (<c>.ttf</c>) that PDFs take letters from which the built-in fonts lack, such as Chinese, Japanese
    /// and Korean. Null (default): the files of Debian's packages fonts-droid-fallback and fonts-nanum, where they are installed.
    /// </summary>
    public string? FontFolder { get; set; }

    /// <summary>Whether companies' own login providers may stand at private addresses. Default false.</summary>
    public bool InsideProviders { get; set; }

    /// <summary>Another OpenID provider whose access tokens are accepted instead of our own, with its members under this name; null (default) for ours.</summary>
    public OutsideAuthorityOptions? OutsideAuthority { get; set; }

    /// <summary>PostgreSQL for views and accounts; null keeps everything in files in the data folder.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>Where the embedded edition keeps grains and reminders. <see cref="GrainStoreKind.PostgreSql"/> needs <see cref="PostgreSql"/>. Default: the data folder.</summary>
    public GrainStoreKind GrainStore { get; set; } = GrainStoreKind.Folder;

    /// <summary>Whether no reminder rings, so that a command can read grains without moving them; not a setting. Default false.</summary>
    public bool GrainsAtRest { get; internal set; }

    /// <summary>The data folder as an absolute path.</summary>
    public string DataFolder => Path.GetFullPath(Data);

    /// <summary>The issuer of tokens.</summary>
    public Uri Issuer => new(PublicUrl ?? Url);

    /// <summary>The master key's file as an absolute path.</summary>
    public string MasterKeyPath => Path.GetFullPath(MasterKeyFile ?? DefaultMasterKeyPath());

    /// <summary>Two data folders never share a key file: its name holds a hash of the folder's path.</summary>
    private string DefaultMasterKeyPath()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.Create);
        var root = home.Length > 0 ? home : Path.Combine(Path.GetTempPath(), Environment.UserName);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(DataFolder));
        return Path.Combine(root, "mentorcloud", $"{Path.GetFileName(DataFolder)}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}.key");
    }
}
