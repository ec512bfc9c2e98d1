using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Mail;

public sealed class FileOutboxTests
{
    [Fact]
    public async Task Line_breaks_in_a_value_begin_no_header_and_other_letters_are_encoded()
    {
        await using var host = await IdentityHost.StartAsync();

        await host.Get<IAccountMail>().SendAsync(new AccountMail("ada@acme.example\r\nBcc: eve@evil.example", "Für Sie\r\nX-Evil: 1", "Text"), default);

        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "outbox"))));
        var headers = mail.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.Equal(["To", "Subject", "Date", "Content-Type"], headers.Select(header => header.Split(':')[0]));
        Assert.All(headers, header => Assert.All(header, sign => Assert.True(char.IsAscii(sign))));
    }
}
