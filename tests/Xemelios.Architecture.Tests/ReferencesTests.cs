namespace Xemelios.Architecture.Tests;

/// <summary>Who may know whom: the table of the architecture page.</summary>
public sealed class ReferencesTests
{
    private static readonly Dictionary<string, (string[] Projets, string[] Paquets)> Permis = new()
    {
        ["Xemelios.Domain"] = ([], []),
        ["Xemelios.DuckDb"] = ([], []),
        ["Xemelios.Store"] = (["Xemelios.Domain", "Xemelios.DuckDb"], ["Microsoft.Data.Sqlite", "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL"]),
        ["Xemelios.Import"] = (["Xemelios.Domain", "Xemelios.Store"], []),
        ["Xemelios.Query"] = (["Xemelios.Domain", "Xemelios.Store"], []),
        ["Xemelios.Checks"] = (["Xemelios.Domain", "Xemelios.Query"], []),
        ["Xemelios.Web"] = (["Xemelios.Domain", "Xemelios.DuckDb", "Xemelios.Store", "Xemelios.Import", "Xemelios.Query", "Xemelios.Checks"], ["Markdig"]),
        ["Xemelios.Cli"] = (
            ["Xemelios.Domain", "Xemelios.DuckDb", "Xemelios.Store", "Xemelios.Import", "Xemelios.Query", "Xemelios.Checks", "Xemelios.Web"],
            ["System.CommandLine", "Spectre.Console"]),
    };

    [Fact]
    public void LesProjetsDeSrcSontCeuxDeLaTable() =>
        Assert.Equal(Permis.Keys.Order(), Projet.Sources.Select(p => p.Nom).Order());

    [Fact]
    public void UnProjetNeReferenceQueLesProjetsDeSaLigne() =>
        Assert.Empty(Projet.Sources.SelectMany(p => p.Projets.Except(Permis[p.Nom].Projets).Select(interdit => $"{p.Nom} -> {interdit}")));

    [Fact]
    public void UnProjetNeReferenceQueLesPaquetsDeSaLigne() =>
        Assert.Empty(Projet.Sources.SelectMany(p => p.Paquets.Except(Permis[p.Nom].Paquets).Select(interdit => $"{p.Nom} -> {interdit}")));

    [Fact]
    public void SeulDuckDbContientDuCodeNonSur() =>
        Assert.Equal(["Xemelios.DuckDb"], Projet.Sources.Where(p => p.CodeNonSur).Select(p => p.Nom));
}
