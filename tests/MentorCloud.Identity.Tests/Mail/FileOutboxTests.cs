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

    [Fact]
    public async Task Mail_of_one_id_is_taken_over_once_however_often_and_at_once_it_comes()
    {
        await using var host = await IdentityHost.StartAsync();
        var mail = new AccountMail("ada@acme.example", "Access", "Text") { Id = Guid.CreateVersion7() };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.Get<IAccountMail>().SendAsync(mail, default))));
        await host.Get<IAccountMail>().SendAsync(mail with { Id = null }, default);
        await host.Get<IAccountMail>().SendAsync(mail with { Id = null }, default);

        var files = Directory.GetFiles(Path.Combine(host.Folder, "outbox"));
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.EndsWith("Text\r\n", File.ReadAllText(file), StringComparison.Ordinal));
    }
}
