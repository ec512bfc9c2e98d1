namespace MentorCloud.Identity.Pages;

/// <summary>The words of the second factor, the sessions and the forgotten password in one language.</summary>
internal sealed partial record AccountTexts
{
    public required string Code { get; init; }

    public required string CodeHint { get; init; }

    public required string CodeWrong { get; init; }

    public required string CodesSpent { get; init; }

    public required string SecondStep { get; init; }

    public required string SecondFactor { get; init; }

    public required string SecondOn { get; init; }

    public required string SecondOff { get; init; }

    public required string SecondRequired { get; init; }

    public required string TurnOn { get; init; }

    public required string TurnOff { get; init; }

    public required string SecretHint { get; init; }

    public required string OpenApp { get; init; }

    public required string RecoveryTitle { get; init; }

    public required string RecoveryHint { get; init; }

    public required string Continue { get; init; }

    public required string PasswordWrong { get; init; }

    public required string PasswordRefused { get; init; }

    public required string PasswordNow { get; init; }

    public required string PasswordNew { get; init; }

    public required string Sessions { get; init; }

    public required string Started { get; init; }

    public required string Browser { get; init; }

    public required string ThisSession { get; init; }

    public required string End { get; init; }

    public required string EndOthers { get; init; }

    public required string Passkeys { get; init; }

    public required string PasskeysHint { get; init; }

    public required string PasskeyAdd { get; init; }

    public required string PasskeyName { get; init; }

    public required string PasskeyRemove { get; init; }

    public required string PasskeyLogin { get; init; }

    public required string PasskeyFailed { get; init; }

    public required string Forgot { get; init; }

    public required string ResetTitle { get; init; }

    public required string ResetSend { get; init; }

    public required string ResetSent { get; init; }

    public static AccountTexts In(PageTexts texts) => texts.Pick(English, German, Arabic);
}
