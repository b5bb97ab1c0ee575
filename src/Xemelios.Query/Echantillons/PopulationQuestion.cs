using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Echantillons;

/// <summary>The bulletins of an état that a poste of a plan de contrôle is about: all that can be drawn.</summary>
/// <param name="Criteres">In the grammar of the searches of bulletins; empty for all of them.</param>
/// <param name="Toujours">Those that are looked at in any case, in the same grammar; null for none.</param>
/// <param name="Strates">Key of a column by which bulletins can be grouped; null without strata.</param>
public sealed record PopulationQuestion(DemandeDEtat Demande, string Criteres, string? Toujours = null, string? Strates = null) : IQuestionNominative
{
    /// <summary>In the order of the keys. The amount of a bulletin is that of its lines found where lines are asked for, else its gross pay.</summary>
    /// <exception cref="CritereInconnuException">a criterion or the column does not exist.</exception>
    public IReadOnlyList<BulletinATirer> Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var condition = Condition.Toutes(DeLEtat(), Sujet.Bulletins.Lire(Criteres));
        var toujours = Toujours is null ? [] : Cles(Condition.Toutes(condition, Sujet.Bulletins.Lire(Toujours)), connexion, perimetre);
        using var perspective = Perspective.De(Sujet.Bulletins, connexion, perimetre, condition);
        var strate = Strates is null ? null : Groupee(perspective.Trier(Strates));
        var (prealables, origine) = perspective.Relations(["a", .. strate?.Avec ?? []]);
        return perspective.Demander($"""
            {prealables} SELECT v.empreinte_du_fichier, b.ordre, a.matricule, {(Colonnes.ChercheDesLignes(condition) ? "b.montant_trouve" : "coalesce(b.brut, b.brut_lignes)")}, ({strate?.Sql ?? "NULL"})::VARCHAR
            {origine} ORDER BY 1, 2
            """).Lire(r =>
        {
            var (volume, ordre) = (r.TexteSur(), r.Entier());
            return new BulletinATirer(volume, ordre, r.Texte(), r.Somme(), r.Texte() ?? "", toujours.Contains((volume, ordre)));
        });
    }

    private Condition DeLEtat() => Condition.Toutes(
        Egal("siret", Demande.Siret), new Test(Critere("mois"), Operateur.Egal, [Demande.Mois.ToString()]),
        SiDit("budget", Demande.Budget is { } budget ? CodeBudget.Cle(budget) : null), SiDit("train", Demande.Train?.Trim()));

    private static Condition SiDit(string cle, string? valeur) => valeur switch
    {
        null => Condition.Tout,
        "" => new Test(Critere(cle), Operateur.Vide, []),
        _ => new Test(Critere(cle), Operateur.Egal, [valeur]),
    };

    private static Test Egal(string cle, string valeur) => new(Critere(cle), Operateur.Identique, [valeur]);

    private static Critere Critere(string cle) => Sujet.Bulletins.Trouver(cle)!;

    private static Colonne Groupee(Colonne colonne) => colonne.Groupe ? colonne : throw new CritereInconnuException(colonne.Cle);

    private static HashSet<(string, int)> Cles(Condition condition, DbConnection connexion, Perimetre perimetre)
    {
        using var perspective = Perspective.De(Sujet.Bulletins, connexion, perimetre, condition);
        var (prealables, origine) = perspective.Relations([]);
        return [.. perspective.Demander($"{prealables} SELECT v.empreinte_du_fichier, b.ordre {origine}").Lire(r => (r.TexteSur(), r.Entier()))];
    }
}

/// <summary>A bulletin that can be drawn.</summary>
/// <param name="Volume">Fingerprint of its file.</param>
/// <param name="Montant">Zero where the file gives none.</param>
/// <param name="Strate">As the column shows it; "" for what has none.</param>
public sealed record BulletinATirer(string Volume, int Ordre, string? Matricule, Montant Montant, string Strate, bool Toujours);
