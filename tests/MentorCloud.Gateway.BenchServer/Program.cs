using MentorCloud.Gateway.BenchServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

// Arguments: PORT DATA_FOLDER MASTER_KEY_FILE
var builder = WebApplication.CreateSlimBuilder();
var url = $"http://127.0.0.1:{args[0]}";
builder.Logging.ClearProviders();
builder.WebHost.UseUrls(url);
PageServer.Add(builder.Services, url, args[1], args[2]);
var app = builder.Build();
PageServer.Map(app, args[1]);
await app.RunAsync();
