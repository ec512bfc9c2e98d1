using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Azure.Data.Tables;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Cluster.Tests.Azurite;

/// <summary>Azurite's table service in a process of its own, in memory, on a free port.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    /// <summary>The account that Azurite knows, and its published key.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    private readonly int port = FreePort.Find();
    private Process? process;

    /// <summary>How silos reach it.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"{Account}TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    private static string Folder => typeof(AzuriteTables).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "AzuriteFolder").Value!;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("/bin/sh", [
            "-c", "exec node \"$0\" \"$@\" >/dev/null 2>&1",
            Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "table", "main.js"),
            "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture)]);
        process = Process.Start(start)!;
        var client = new TableServiceClient(ConnectionString);
        await Poll.UntilAsync("Azurite to answer", Bound, async () =>
        {
            Assert.False(process.HasExited, "Azurite ended instead of serving.");
            try
            {
                await client.GetTableClient("ready").CreateIfNotExistsAsync();
                return "ready";
            }
            catch (Exception exception) when (exception is Azure.RequestFailedException or AggregateException)
            {
                return null;
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
