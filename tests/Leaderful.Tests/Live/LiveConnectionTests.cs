using System.IO.Pipelines;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Live;
using Microsoft.AspNetCore.Connections;
using Xunit;

namespace Leaderful.Tests.Live;

/// <summary>However a wire ends, its reader is let go and everything else goes on.</summary>
public class LiveConnectionTests
{
    [Fact]
    public async Task A_wire_that_was_cut_takes_nobody_along()
    {
        foreach (var cut in new Exception[] { new ConnectionAbortedException(), new IOException(), new OperationCanceledException(), new ObjectDisposedException("wire") })
        {
            var connection = new LiveConnection(new Nobody { ActorId = Id<Actor>.New(), Name = "", Ended = default }, "", "en", new CutWire(cut), new LiveSender());
            connection.Write();
            Assert.False(connection.IsOpen);
            connection.Send(LiveEvents.Here);
            await connection.EndWritten().WaitAsync(TimeSpan.FromSeconds(5));
            Assert.False(await connection.Asked().WaitAsync(TimeSpan.FromSeconds(5)));
        }
    }

    [Fact]
    public async Task A_reader_who_never_reads_is_let_go_and_the_answer_ends_once_the_wire_does()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var connection = new LiveConnection(new Nobody { ActorId = Id<Actor>.New(), Name = "", Ended = default }, "", "en", pipe.Writer, new LiveSender());
        for (var n = 0; n < LiveConnection.MostWaiting * 3; n++) connection.Send(LiveEvents.Here);
        Assert.False(await connection.Asked().WaitAsync(TimeSpan.FromSeconds(5)));
        var settled = connection.EndWritten();
        await pipe.Reader.CompleteAsync();
        await settled.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private sealed class Nobody : Reader;

    private sealed class CutWire(Exception cut) : PipeWriter
    {
        public override void Advance(int bytes) => throw cut;
        public override Memory<byte> GetMemory(int sizeHint = 0) => throw cut;
        public override Span<byte> GetSpan(int sizeHint = 0) => throw cut;
        public override void CancelPendingFlush() => throw cut;
        public override void Complete(Exception? exception = null) => throw cut;
        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => throw cut;
    }
}
