namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>
/// Says that no blocking pair exists: nobody is found who would both rather have each other (Gale and Shapley 1962). It
/// carries no numbers, for the absence can only be verified by looking at every allowed pair; the checker does.
/// </summary>
public sealed record StableCertificate : AssignmentCertificate;
