using MentorCloud.GraphQL.BenchServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

// Arguments: ours|bare|empty PORT
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[1]}");
if (args[0] == "ours") Live.Add(builder.Services);
var app = builder.Build();
if (args[0] == "ours") Ours.Map(app);
else if (args[0] == "bare") Bare.Map(app);
else app.MapGet("/", (RequestDelegate)(http => http.Response.WriteAsync("ready")));
await app.RunAsync();
