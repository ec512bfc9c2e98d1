using MentorCloud.Contracts.Accounts;

namespace MentorCloud.App.Tests.Facts;

/// <summary>Keeps every mail that it is given, repetitions too.</summary>
internal sealed class KeptMails : List<AccountMail>, IAccountMail
{
    public Task SendAsync(AccountMail mail, CancellationToken cancellationToken)
    {
        Add(mail);
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string address, CancellationToken cancellationToken) => Task.CompletedTask;
}
