using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>The bulletins of an état that nobody has visaed: how many, and the first one after a given bulletin.</summary>
public sealed record ProchainBulletinAVoirQuestion(AdresseDeBulletin Ici) : IQuestionNominative
{
    public BulletinsAVoir Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var volumes = new Requete(connexion, perimetre, """
            SELECT DISTINCT c2.empreinte
            FROM contenu c JOIN volume_visible v ON v.contenu = c.id
            JOIN volume_visible w ON w.employeur = v.employeur AND w.periode = v.periode AND w.budget = v.budget AND w.train = v.train
            JOIN contenu c2 ON c2.id = w.contenu
            WHERE c.empreinte = $volume
            """).Avec("volume", Ici.Volume).Lire(r => r.TexteSur());
        var vises = carnet.VisasDesBulletins(volumes, perimetre).Select(v => (v.Cible.Volume!, (long)v.Cible.Ordre!.Value)).ToList();
        return new Requete(connexion, perimetre, """
            , vise AS (SELECT unnest($vise_volume) AS empreinte, unnest($vise_ordre) AS ordre),
            de_l_etat AS (
                SELECT c.empreinte, b.ordre, row_number() OVER (ORDER BY v.numero NULLS LAST, v.nom, c.empreinte, b.ordre) AS rang
                FROM volume_visible v JOIN contenu c ON c.id = v.contenu JOIN paye_individuelle b ON b.contenu = v.contenu
                WHERE list_contains($volumes, c.empreinte)),
            a_voir AS (SELECT * FROM de_l_etat e WHERE NOT EXISTS (SELECT 1 FROM vise s WHERE s.empreinte = e.empreinte AND s.ordre = e.ordre)),
            ici AS (SELECT rang FROM de_l_etat WHERE empreinte = $volume AND ordre = $ordre)
            SELECT a.empreinte, a.ordre, (SELECT count(*) FROM a_voir), (SELECT count(*) FROM de_l_etat)
            FROM a_voir a WHERE a.rang <> coalesce((SELECT rang FROM ici), 0)
            ORDER BY a.rang < coalesce((SELECT rang FROM ici), 0), a.rang LIMIT 1
            """)
            .Avec("volumes", volumes.ToArray()).Avec("vise_volume", vises.Select(v => v.Item1).ToArray()).Avec("vise_ordre", vises.Select(v => v.Item2).ToArray())
            .Avec("volume", Ici.Volume).Avec("ordre", Ici.Ordre)
            .Lire(r => new BulletinsAVoir(new AdresseDeBulletin(r.TexteSur(), r.Entier()), r.Entier(), r.Entier())) is [var trouve] ? trouve : new BulletinsAVoir(null, 0, 0);
    }
}

/// <param name="Prochain">The next one to see, after the last one the first; null when all others are seen.</param>
/// <param name="Restants">Without a visa, this one too when it has none.</param>
public sealed record BulletinsAVoir(AdresseDeBulletin? Prochain, int Restants, int Total);
