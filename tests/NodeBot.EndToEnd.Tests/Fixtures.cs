using NodeBot.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(RunningBot))]
[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(NodeBot.EndToEnd.Tests.Qdrant.SharedQdrant))]
