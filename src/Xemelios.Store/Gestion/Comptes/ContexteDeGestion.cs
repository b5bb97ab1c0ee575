using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>Accounts, their sessions, postes comptables and habilitations, in gestion.db or in PostgreSQL.</summary>
/// <remarks>Every key is a text or a Guid made by the program: one set of migrations serves both stores.</remarks>
public sealed class ContexteDeGestion(DbContextOptions<ContexteDeGestion> options) : DbContext(options)
{
    private const int Cle = 64;
    private const int Nom = 256;

    public DbSet<Compte> Comptes => Set<Compte>();

    internal DbSet<RangeeDePoste> Postes => Set<RangeeDePoste>();

    internal DbSet<RangeeDeCollectivite> Collectivites => Set<RangeeDeCollectivite>();

    internal DbSet<RangeeDHabilitation> Habilitations => Set<RangeeDHabilitation>();

    internal DbSet<RangeeDeSession> Sessions => Set<RangeeDeSession>();

    internal DbSet<RangeeDeLien> Liens => Set<RangeeDeLien>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Compte>(Compte);
        modelBuilder.Entity<IdentityUserLogin<string>>(ConnexionExterne);
        modelBuilder.Entity<IdentityUserToken<string>>(Secret);
        modelBuilder.Entity<RangeeDePoste>(Poste);
        modelBuilder.Entity<RangeeDeCollectivite>(Collectivite);
        modelBuilder.Entity<RangeeDHabilitation>(Habilitation);
        modelBuilder.Entity<RangeeDeBudget>(Budget);
        modelBuilder.Entity<RangeeDeSession>(Session);
        modelBuilder.Entity<RangeeDeLien>(Lien);
        modelBuilder.Entity<RangeeDeCode>(Code);
    }

    private static void Compte(EntityTypeBuilder<Compte> compte)
    {
        compte.ToTable("compte");
        compte.Property(c => c.Id).HasMaxLength(Cle);
        compte.Property(c => c.UserName).HasMaxLength(Nom).IsRequired();
        compte.Property(c => c.NormalizedUserName).HasMaxLength(Nom).IsRequired();
        compte.HasIndex(c => c.NormalizedUserName).IsUnique();
        compte.Property(c => c.Nom).HasMaxLength(Nom);
        compte.Property(c => c.CreePar).HasMaxLength(Nom);
        compte.Property(c => c.BloquePar).HasMaxLength(Nom);
        compte.Property(c => c.ConcurrencyStamp).IsConcurrencyToken();
        compte.Ignore(c => c.Email).Ignore(c => c.NormalizedEmail).Ignore(c => c.EmailConfirmed).Ignore(c => c.PhoneNumber).Ignore(c => c.PhoneNumberConfirmed);
    }

    private static void ConnexionExterne(EntityTypeBuilder<IdentityUserLogin<string>> connexion)
    {
        connexion.ToTable("connexion_externe");
        connexion.HasKey(c => new { c.LoginProvider, c.ProviderKey });
        connexion.Property(c => c.LoginProvider).HasMaxLength(Cle);
        connexion.Property(c => c.ProviderKey).HasMaxLength(Nom);
        connexion.Property(c => c.UserId).HasMaxLength(Cle).IsRequired();
        connexion.HasOne<Compte>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Secret(EntityTypeBuilder<IdentityUserToken<string>> secret)
    {
        secret.ToTable("secret_de_compte");
        secret.HasKey(s => new { s.UserId, s.LoginProvider, s.Name });
        secret.Property(s => s.LoginProvider).HasMaxLength(Cle);
        secret.Property(s => s.Name).HasMaxLength(Cle);
        secret.Property(s => s.UserId).HasMaxLength(Cle);
        secret.HasOne<Compte>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Poste(EntityTypeBuilder<RangeeDePoste> poste)
    {
        poste.ToTable("poste_comptable");
        poste.HasKey(p => p.Code);
        poste.Property(p => p.Code).HasMaxLength(Cle);
        poste.Property(p => p.Libelle).HasMaxLength(Nom);
    }

    private static void Collectivite(EntityTypeBuilder<RangeeDeCollectivite> collectivite)
    {
        collectivite.ToTable("collectivite_de_poste");
        collectivite.Property(c => c.Id).ValueGeneratedNever();
        collectivite.Property(c => c.Poste).HasMaxLength(Cle);
        collectivite.HasOne<RangeeDePoste>().WithMany().HasForeignKey(c => c.Poste).OnDelete(DeleteBehavior.Restrict);
        collectivite.Property(c => c.Siret).HasMaxLength(14);
        collectivite.HasIndex(c => c.Siret);
        collectivite.Property(c => c.Libelle).HasMaxLength(Nom);
    }

    private static void Habilitation(EntityTypeBuilder<RangeeDHabilitation> habilitation)
    {
        habilitation.ToTable("habilitation");
        habilitation.Property(h => h.Id).ValueGeneratedNever();
        habilitation.Property(h => h.CompteId).HasMaxLength(Cle);
        habilitation.Property(h => h.Poste).HasMaxLength(Cle);
        habilitation.HasOne(h => h.Compte).WithMany().HasForeignKey(h => h.CompteId).OnDelete(DeleteBehavior.Restrict);
        habilitation.HasOne<RangeeDePoste>().WithMany().HasForeignKey(h => h.Poste).OnDelete(DeleteBehavior.Restrict);
        habilitation.HasMany(h => h.Budgets).WithOne().HasForeignKey(b => b.Habilitation).OnDelete(DeleteBehavior.Cascade);
        habilitation.Property(h => h.Profil).HasConversion<string>().HasMaxLength(Cle);
        habilitation.Property(h => h.DonneePar).HasMaxLength(Nom);
        habilitation.Property(h => h.RevoqueePar).HasMaxLength(Nom);
    }

    private static void Budget(EntityTypeBuilder<RangeeDeBudget> budget)
    {
        budget.ToTable("budget_d_habilitation");
        budget.HasKey(b => new { b.Habilitation, b.Rang });
        budget.Property(b => b.Rang).ValueGeneratedNever();
        budget.Property(b => b.Siret).HasMaxLength(14);
        budget.Property(b => b.Budget).HasMaxLength(Cle);
    }

    private static void Session(EntityTypeBuilder<RangeeDeSession> session)
    {
        session.ToTable("session_de_compte");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.CompteId).HasMaxLength(Cle);
        session.HasOne(s => s.Compte).WithMany().HasForeignKey(s => s.CompteId).OnDelete(DeleteBehavior.Cascade);
        session.Property(s => s.Adresse).HasMaxLength(Cle);
        session.Property(s => s.FermeePar).HasMaxLength(Nom);
    }

    private static void Code(EntityTypeBuilder<RangeeDeCode> code)
    {
        code.ToTable("code_accepte");
        code.HasKey(c => c.CompteId);
        code.Property(c => c.CompteId).HasMaxLength(Cle);
        code.HasOne<Compte>().WithOne().HasForeignKey<RangeeDeCode>(c => c.CompteId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Lien(EntityTypeBuilder<RangeeDeLien> lien)
    {
        lien.ToTable("lien_unique");
        lien.HasKey(l => l.Empreinte);
        lien.Property(l => l.Empreinte).HasMaxLength(Cle);
        lien.Property(l => l.Usage).HasConversion<string>().HasMaxLength(Cle);
        lien.Property(l => l.CompteId).HasMaxLength(Cle);
        lien.HasOne<Compte>().WithMany().HasForeignKey(l => l.CompteId).OnDelete(DeleteBehavior.Cascade);
    }
}
