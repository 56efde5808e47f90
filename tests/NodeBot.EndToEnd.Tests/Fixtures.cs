using NodeBot.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(RunningBot))]
[assembly: AssemblyFixture(typeof(Browser))]
