using System.Globalization;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>What a purge took away, or would.</summary>
/// <param name="Limite">Entries from this instant on stay.</param>
/// <param name="Nombre">Entries before it, up to <paramref name="JusquAuRang"/>: they are the first ones, with none left among them.</param>
public sealed record ResultatDePurge(DateTimeOffset Limite, long Nombre, long JusquAuRang, DateTimeOffset? Premier, DateTimeOffset? Dernier);

/// <summary>A purge would take away entries that the law wants kept.</summary>
public sealed class PurgeTropRecenteException(int annees, DateTimeOffset limite) : Exception(string.Create(
    CultureInfo.GetCultureInfo("fr-FR"), $"Le journal se garde {(annees == 1 ? "un an" : $"{annees} ans")} : rien de ce qui suit le {limite:d MMMM yyyy} ne peut être purgé."));

/// <summary>Takes away the entries that are older than the time for which they are kept; a sealed boundary stands for them.</summary>
internal sealed class PurgeDuJournal(EcritureDuJournal ecriture)
{
    /// <summary>The years for which entries are kept.</summary>
    public int Annees
    {
        get
        {
            using var commande = ecriture.Commande("SELECT annees FROM journal_conservation");
            return commande.ExecuteScalar() is long annees ? (int)annees : Journal.AnneesParDefaut;
        }
    }

    /// <summary>Changes the years for which entries are kept; the act is written with it.</summary>
    public void Conserver(int annees, Acte par, DateTimeOffset le) => ecriture.EnTransaction(() =>
    {
        var avant = Annees;
        ecriture.Executer("INSERT INTO journal_conservation (unique_, annees) VALUES (1, $annees) ON CONFLICT DO UPDATE SET annees = $annees", ("annees", annees));
        return ecriture.Suivre(par with { Nature = NatureDActe.PurgeDuJournal, Avant = $"conservation={avant}", Apres = $"conservation={annees}" }, le);
    });

    /// <summary>What lies before an instant.</summary>
    public ResultatDePurge Compter(DateTimeOffset limite)
    {
        // The clock may have gone back: the first entry that must stay keeps all those after it.
        using var commande = ecriture.Commande(
            "SELECT count(*), max(rang), min(le), max(le) FROM journal WHERE rang < coalesce((SELECT min(rang) FROM journal WHERE le >= $limite), 9223372036854775807)",
            ("limite", RangeeDuJournal.EnTexte(limite)));
        using var lecteur = commande.ExecuteReader();
        lecteur.Read();
        return lecteur.GetInt64(0) == 0
            ? new(limite, 0, 0, null, null)
            : new(limite, lecteur.GetInt64(0), lecteur.GetInt64(1), Instant(lecteur.GetString(2)), Instant(lecteur.GetString(3)));
    }

    /// <summary>Takes them away, writes that it was done and by whom, all together.</summary>
    public ResultatDePurge Purger(DateTimeOffset limite, Acte par, DateTimeOffset le) => ecriture.EnTransaction(() =>
    {
        var purgees = Compter(limite);
        if (purgees.Nombre == 0)
            return purgees;
        var borne = Borner(purgees);
        ecriture.Suivre(par with { Nature = NatureDActe.PurgeDuJournal, Cles = borne.EnCles }, le);
        // The trigger is lifted for this statement alone: whatever fails brings it back.
        ecriture.Executer($"DROP TRIGGER {TablesDuJournal.RefusDeSuppression}");
        ecriture.Executer("DELETE FROM journal WHERE rang <= $rang", ("rang", purgees.JusquAuRang));
        ecriture.Executer(TablesDuJournal.Declencheurs[TablesDuJournal.RefusDeSuppression]);
        return purgees;
    });

    private BorneDuJournal Borner(ResultatDePurge purgees)
    {
        var (numero, precedente) = (0L, Sceau.Origine);
        using (var bornes = ecriture.Commande(BorneDuJournal.Selection))
        {
            using var lecteur = bornes.ExecuteReader();
            while (lecteur.Read())
                (numero, precedente) = (lecteur.GetInt64(0), lecteur.GetFieldValue<byte[]>(7));
        }

        using var derniere = ecriture.Commande("SELECT empreinte FROM journal WHERE rang = $rang", ("rang", purgees.JusquAuRang));
        var borne = new BorneDuJournal(
            numero + 1, purgees.JusquAuRang, purgees.Nombre, RangeeDuJournal.EnTexte(purgees.Premier!.Value), RangeeDuJournal.EnTexte(purgees.Dernier!.Value),
            (byte[])derniere.ExecuteScalar()!);
        ecriture.Executer(
            "INSERT INTO journal_borne (numero, rang, nombre, premier, dernier, empreinte, precedente, sceau) VALUES ($numero, $rang, $nombre, $premier, $dernier, $empreinte, $precedente, $sceau)",
            ("numero", borne.Numero), ("rang", borne.Rang), ("nombre", borne.Nombre), ("premier", borne.Premier), ("dernier", borne.Dernier),
            ("empreinte", borne.Empreinte), ("precedente", precedente), ("sceau", borne.Sceller(precedente)));
        return borne;
    }

    private static DateTimeOffset Instant(string texte) => DateTimeOffset.Parse(texte, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
