using Xemelios.Domain.Constats;
using Xemelios.Import;

namespace Xemelios.Cli.Sorties;

/// <summary>The report of an import for a person at a terminal.</summary>
internal static class RapportEnTexte
{
    public static void Ecrire(ImportReport rapport, TextWriter sortie)
    {
        var tableau = new Tableau("Fichier", "Type", "État", ">Bulletins", ">Lignes", ">Mandats", ">Pièces", ">Anomalies");
        foreach (var f in rapport.Fichiers)
            tableau.Ligne(f.Chemin, f.Type, f.Etat, f.Bulletins, f.Lignes, f.Mandats, f.Pieces, f.Anomalies.Count(a => a.Gravite > Gravite.Information));
        tableau.Sur(sortie);
        foreach (var f in rapport.Fichiers)
        {
            foreach (var a in f.Anomalies.Where(a => a.Gravite > Gravite.Information))
                sortie.WriteLine($"{a.Code} {f.Chemin}{(a.Provenance.Ligne is { } ligne ? $" ligne {ligne}" : "")} : {a.Message}");
        }

        var t = rapport.Totaux;
        sortie.WriteLine(
            $"{Tableau.Ecrire(t.Fichiers)} fichiers : {Tableau.Ecrire(t.Importes)} importés, {Tableau.Ecrire(t.DejaImportes)} déjà importés, {Tableau.Ecrire(t.Rejetes)} rejetés — " +
            $"{Tableau.Ecrire(t.Bulletins)} bulletins, {Tableau.Ecrire(t.Lignes)} lignes, {Tableau.Ecrire(t.Mandats)} mandats, {Tableau.Ecrire(t.Pieces)} pièces en {rapport.DureeMs / 1000m:0.0} s.");
    }
}
