using System.Net;
using CsCheck;
using NodeBot.Core.Registries;

namespace NodeBot.Core.Tests.Registries;

public sealed class AddressBlocksTests
{
    private static readonly AddressBlocks Blocks = AddressBlocks.Load();

    [Theory]
    [InlineData("193.0.6.139", "ripe")]
    [InlineData("1.1.1.1", "apnic")]
    [InlineData("200.3.14.10", "lacnic")]
    [InlineData("196.216.2.1", "afrinic")]
    [InlineData("199.43.0.1", "arin")]
    [InlineData("2001:67c:2e8::1", "ripe")]
    [InlineData("2a01:4f8::1", "ripe")]
    [InlineData("2400:cb00::1", "apnic")]
    [InlineData("2606:4700::1", "arin")]
    [InlineData("2803::1", "lacnic")]
    [InlineData("2c0f::1", "afrinic")]
    [InlineData("::ffff:193.0.6.139", "ripe")]
    public void A_public_address_has_its_registry(string text, string registry) => Blocks.Find(AddressBlocks.Parse(text)!)!.Registry.ShouldBe(registry);

    [Theory]
    [InlineData("10.1.2.3", "private")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("100.64.0.1", "carrier-grade")]
    [InlineData("127.0.0.1", "machine itself")]
    [InlineData("203.0.113.9", "examples")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("fe80::1%eth0", "one link")]
    [InlineData("fd00::1", "private")]
    [InlineData("2001:db8::1", "examples")]
    [InlineData("::1", "machine itself")]
    public void A_reserved_address_says_what_it_is_for(string text, string use) => Blocks.Find(AddressBlocks.Parse(text)!)!.Use.ShouldNotBeNull().ShouldContain(use);

    [Theory]
    [InlineData("8")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("010.0.0.1")]
    [InlineData("1.2.3")]
    [InlineData("256.1.1.1")]
    [InlineData("1.2.3.4:80")]
    [InlineData("Germany")]
    [InlineData("")]
    public void What_is_no_whole_address_is_none(string text) => AddressBlocks.Parse(text).ShouldBeNull();

    [Fact]
    public void Every_IPv4_address_has_an_answer() =>
        Gen.Int.Sample(number => Blocks.Find(new IPAddress(BitConverter.GetBytes(number))) is not null);
}
