using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Scim.Bulk;

/// <summary><c>POST /Bulk</c>: many changes in one request, each all or nothing, charged before the first.</summary>
internal sealed class BulkEndpoint(ScimAccess access, ScimResources resources)
{
    public Task<IResult> AnswerAsync(HttpContext http) => ScimEndpoint.RunAsync(async () =>
    {
        var caller = await access.LetInAsync(http, ScimAccess.Change);
        var request = BulkRequest.Read(await ScimBody.ReadAsync(http.Request));
        access.Charge(http, caller, ScimAccess.Points * Math.Max(request.Operations.Count, 1));
        await access.RequireChangeAsync(caller);
        return new ScimAnswer(StatusCodes.Status200OK, await new BulkRun(resources, caller, request, http.RequestAborted).RunAsync());
    });
}
