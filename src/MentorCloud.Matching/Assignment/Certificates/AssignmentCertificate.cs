namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Proof that an assignment is what its objective asks for; each kind has a checker of its own.</summary>
public abstract record AssignmentCertificate;
