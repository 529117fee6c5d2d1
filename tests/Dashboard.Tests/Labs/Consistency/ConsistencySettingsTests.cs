using Visualizer.Dashboard.Labs.Consistency;
using Visualizer.DemoApi.Labs.Consistency;
using Visualizer.DemoApi.Wire;
using System.Text.Json;

namespace Visualizer.Dashboard.Tests.Labs.Consistency;

public sealed class ConsistencySettingsTests
{
    private static string Text(ReplicationSetting setting) => JsonSerializer.Serialize(setting, WireJson.Options);

    [Fact]
    public void FreshSettings_NeedNoAddress()
    {
        Assert.Null(ConsistencySettings.Write(ConsistencySettings.Fresh));
        Assert.Equal(Text(ConsistencySettings.Fresh), Text(ConsistencySettings.Read(null)));
    }

    [Theory]
    [InlineData("r1:300,pause:r2,write:quorum,W:2")]
    [InlineData("pause:r1.r2,write:all,cut:r1.r2,R:3,order:no,far:yes")]
    [InlineData("r2:0,cut:primary")]
    public void Address_ReadAndWritten_IsTheSame(string net) => Assert.Equal(net, ConsistencySettings.Write(ConsistencySettings.Read(net)));

    [Theory]
    [InlineData("")]
    [InlineData("r1:-1,R:4,W:x,write:maybe,cut:r3,order,far:no,,:")]
    [InlineData("r1:99999")]
    public void Address_ThatCannotBe_IsAFreshSetting(string net) => Assert.Equal(Text(ConsistencySettings.Fresh), Text(ConsistencySettings.Read(net)));

    [Fact]
    public void EveryReadChoice_IsFoundByItsKey()
    {
        Assert.All(ReadChoice.All, choice => Assert.Same(choice, ReadChoice.Find(choice.Key)));
        Assert.Same(ReadChoice.Any, ReadChoice.Find("nothing"));
    }
}
