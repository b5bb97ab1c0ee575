using Microsoft.EntityFrameworkCore;

namespace Xemelios.Store.Gestion;

/// <summary>gestion.db: what people and the program decided, which no original can give back.</summary>
public sealed class GestionContext(DbContextOptions<GestionContext> options) : DbContext(options)
{
    public DbSet<Reception> Receptions => Set<Reception>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var reception = modelBuilder.Entity<Reception>();
        reception.ToTable("reception");
        reception.HasIndex(r => r.Empreinte);
        reception.Property(r => r.Empreinte).HasMaxLength(64);
    }
}
