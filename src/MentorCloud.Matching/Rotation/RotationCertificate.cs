using System.Collections.Immutable;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// Duals of the relaxation in which a mentee's stages are only counted, while each mentor keeps to the places of every
/// stage. Weak duality makes any such numbers a proof of the bound they give; <see cref="RotationChecker"/> computes it.
/// Mentees who are free in the same stages share a presence.
/// </summary>
/// <param name="Mentee">Potential of each mentee: above 0 by what one more stage would be worth.</param>
/// <param name="MenteePerspective">Potential of each mentee and perspective (mentee * perspectives + perspective, "none" first).</param>
/// <param name="MentorPresence">Potential of each mentor for the mentees of each presence (mentor * presences + presence, in the mentees' order).</param>
/// <param name="MentorStage">Potential of each mentor and stage (mentor * stages + stage): below 0 by what one more place would be worth.</param>
public sealed record RotationCertificate(
    ImmutableArray<long> Mentee, ImmutableArray<long> MenteePerspective, ImmutableArray<long> MentorPresence, ImmutableArray<long> MentorStage);
