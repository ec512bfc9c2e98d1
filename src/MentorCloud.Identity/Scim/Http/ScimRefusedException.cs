namespace MentorCloud.Identity.Scim.Http;

/// <summary>Leaves what was being read or changed; the endpoint answers with the refusal. Nothing was written.</summary>
internal sealed class ScimRefusedException(ScimRefusal refusal) : Exception(refusal.Detail)
{
    public ScimRefusal Refusal => refusal;
}
