using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Leaderful.Data;

/// <summary>PostgreSQL keeps ids as uuid.</summary>
public sealed class IdToGuid<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

/// <summary>SQLite keeps ids as 16 bytes in time order, less than half of what its text would take.</summary>
public sealed class IdToBytes<T>() : ValueConverter<Id<T>, byte[]>(
    id => id.Value.ToByteArray(true), bytes => new Id<T>(new Guid(bytes, true)));

public static class IdConventions
{
    public static void HaveIds(this ModelConfigurationBuilder conventions, Type converter)
    {
        foreach (var entity in typeof(Db).Assembly.GetTypes().Where(t => t.GetCustomAttributes(typeof(EntityAttribute), false).Length > 0))
            conventions.Properties(typeof(Id<>).MakeGenericType(entity)).HaveConversion(converter.MakeGenericType(entity));
    }
}

/// <summary>Marks a class that is a row of its own and has an id.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EntityAttribute : Attribute;
