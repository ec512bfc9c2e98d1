using System.Collections.Immutable;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// Duals of the relaxation in which a mentee's stages and a mentor's places over all stages are only counted. Weak duality
/// makes any such numbers a proof of the bound they give; <see cref="RotationChecker"/> computes it.
/// </summary>
/// <param name="Mentee">Potential of each mentee: above 0 by what one more stage would be worth.</param>
/// <param name="MenteePerspective">Potential of each mentee and perspective (mentee * perspectives + perspective, "none" first).</param>
/// <param name="Mentor">Potential of each mentor: below 0 by what one more place would be worth.</param>
public sealed record RotationCertificate(ImmutableArray<long> Mentee, ImmutableArray<long> MenteePerspective, ImmutableArray<long> Mentor);
