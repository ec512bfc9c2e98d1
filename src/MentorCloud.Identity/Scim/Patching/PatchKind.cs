namespace MentorCloud.Identity.Scim.Patching;

/// <summary>What an operation of a patch does.</summary>
internal enum PatchKind
{
    Add,
    Replace,
    Remove,
}
